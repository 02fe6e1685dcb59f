import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { currentAddress } from './address/address-bar.ts';
import { cleanSearch, writeAddress } from './address/query-string.ts';
import { App } from './app/App.tsx';
import { queryClient } from './app/query-client.ts';
import { holdEarlyKey, ignoreComposing } from './lib/early-key.ts';
import { preloadedAccount } from './lib/preload.ts';
import { takeFirstPage } from './list/first-page.ts';
import { loadRowViewer, needsRowViewer } from './list/useRowViewer.ts';
import { afterFirstRows } from './ui/after-first-rows.ts';

const { pathname, search, hash } = location;
let clean = cleanSearch(search);
const account = preloadedAccount();
if (account !== null && !clean.includes('account=')) clean = writeAddress({ account }, clean);
if (clean !== search) history.replaceState(history.state, '', pathname + clean + hash);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
ignoreComposing();
holdEarlyKey();

/** No await at the top: a file of rows needs this one, and would wait for its end. */
async function mount(element: HTMLElement) {
  const rowViewer = needsRowViewer(currentAddress())
    ? loadRowViewer()
    : void afterFirstRows(loadRowViewer);
  await Promise.all([takeFirstPage(queryClient), rowViewer]);
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
void mount(root);
