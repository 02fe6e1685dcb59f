import { installChromium } from './chromium.ts';

export default installChromium;
