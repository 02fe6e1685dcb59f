import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { cleanSearch } from './address/query-string.ts';
import { App } from './app/App.tsx';
import { queryClient } from './app/query-client.ts';
import { ignoreComposing } from './lib/ignore-composing.ts';
import { takeFirstPage } from './list/first-page.ts';

const { pathname, search, hash } = location;
const clean = cleanSearch(search);
if (clean !== search) history.replaceState(history.state, '', pathname + clean + hash);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
ignoreComposing();
await takeFirstPage(queryClient);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
