import { z } from 'zod';

// Schemas compile themselves with `new Function` where they may; the window's policy forbids it and would report
// each try. Must be imported before any module that makes a schema.
z.config({ jitless: true });
