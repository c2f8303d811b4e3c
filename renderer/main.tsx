import './bridge/no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { Failure } from './app/failure.tsx';
import { readerOfWindow } from './bridge/reader-bridge.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/widgets.css';

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no place for the window');

createRoot(root).render(
  <StrictMode>
    <Failure>
      <App api={readerOfWindow()} />
    </Failure>
  </StrictMode>,
);
