import { z } from 'zod';
import { closeWebDoors } from '../main/contract/web-doors.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/buttons.css';
import './styles/widgets.css';
import './styles/overlays.css';

closeWebDoors();

// Schemas compile themselves with `new Function` where they may; the window's policy forbids it and would report
// each try. It must be said before any schema is made, so the rest is loaded after it.
z.config({ jitless: true });

const { showWindow } = await import('./app/show-window.tsx');
showWindow();
