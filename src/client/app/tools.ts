// The parts of the frame that are loaded after the first rows.
export { Toasts } from '../ui/Toasts.tsx';
export { SignInDialog } from './SignInDialog.tsx';
export { TopBarParts } from './TopBarParts.tsx';
