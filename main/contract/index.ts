export * from '../../archive/model/index.ts';
export * from './call-names.ts';
export * from './events.ts';
export * from './library.ts';
export * from './page.ts';
export * from './reader-api.ts';
export * from './release-view.ts';
export * from './status.ts';
