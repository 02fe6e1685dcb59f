import { startCommonRedis } from '../src/server/shared/common-test-redis.ts';
import { installChromium } from './chromium.ts';

export default async function prepare() {
  installChromium();
  return startCommonRedis();
}
