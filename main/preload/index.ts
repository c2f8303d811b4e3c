import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channelOf, eventChannel, readerCallNames } from '../contract/call-names.ts';
import { closeWebDoors } from '../contract/web-doors.ts';

closeWebDoors();

type Call = (args: unknown) => Promise<unknown>;

const calls = Object.fromEntries(
  readerCallNames.map((name): [string, Call] => {
    const channel = channelOf(name);
    return [name, (args) => ipcRenderer.invoke(channel, args)];
  }),
);

/** Hears every event from now on; the result stops it. */
function onEvent(hear: (event: unknown) => void): () => void {
  const listener = (_event: unknown, data: unknown): void => hear(data);
  ipcRenderer.on(eventChannel, listener);
  return () => {
    ipcRenderer.removeListener(eventChannel, listener);
  };
}

/** Where a file lies that a person dropped on the window; empty for one that lies nowhere. */
function pathOf(file: File): string {
  return webUtils.getPathForFile(file);
}

contextBridge.exposeInMainWorld('lasesal', { ...calls, onEvent, pathOf });
