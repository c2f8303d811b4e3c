// Draws vector pictures as PNG, by Chromium itself: started as an Electron app by icons.ts, which says what to draw
// in a file: [{ "svg": text, "size": pixels, "out": file }].
import { readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow } from 'electron';

/** Runs in the page: one picture on a canvas of its own, as base64. */
async function drawn(svg, size) {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${btoa(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size, size);
  canvas.getContext('2d').drawImage(image, 0, 0, size, size);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

async function drawAll(jobs) {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<!doctype html><title>icons</title>');
  for (const { svg, size, out } of jobs) {
    const call = `(${drawn.toString()})(${JSON.stringify(svg)}, ${size})`;
    writeFileSync(out, Buffer.from(await window.webContents.executeJavaScript(call), 'base64'));
  }
}

// Electron is ready only once this file has been read to its end: nothing is waited for here.
app.disableHardwareAcceleration();
app
  .whenReady()
  .then(() => drawAll(JSON.parse(readFileSync(process.argv.at(-1), 'utf8'))))
  .then(
    () => app.exit(0),
    (error) => {
      console.error(error);
      app.exit(1);
    },
  );
