import { describe, expect, it } from 'vitest';
import { commandFor } from '../../../../renderer/app/shortcuts.ts';
import type { KeyPress } from '../../../../renderer/app/shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}): ReturnType<typeof commandFor> =>
  commandFor({ key, ctrl: false, shift: false, alt: false, isTyping: false, ...more });

describe('keys that hold in the whole window', () => {
  it('are commands everywhere when they write nothing', () => {
    for (const isTyping of [false, true]) {
      expect(press('k', { ctrl: true, isTyping })).toBe('focus-search');
      expect(press('F', { ctrl: true, isTyping })).toBe('find-in-text');
      expect(press('F3', { isTyping })).toBe('next-hit');
      expect(press('F3', { shift: true, isTyping })).toBe('previous-hit');
      expect(press('F6', { isTyping })).toBe('next-pane');
      expect(press('F1', { isTyping })).toBe('show-help');
      expect(press('ArrowLeft', { alt: true, isTyping })).toBe('back');
    }
  });

  it('that write a letter are letters where one types', () => {
    expect(press('/')).toBe('focus-search');
    expect(press('?', { shift: true })).toBe('show-help');
    expect(press('/', { isTyping: true })).toBeNull();
    expect(press('?', { shift: true, isTyping: true })).toBeNull();
  });

  it('size the text with and without shift, as keyboards differ', () => {
    expect(press('+', { ctrl: true })).toBe('larger-text');
    expect(press('=', { ctrl: true })).toBe('larger-text');
    expect(press('-', { ctrl: true })).toBe('smaller-text');
    expect(press('0', { ctrl: true })).toBe('normal-text');
  });

  it('go among tabs, close them and bring them back', () => {
    expect(press('Tab', { ctrl: true })).toBe('next-tab');
    expect(press('Tab', { ctrl: true, shift: true })).toBe('previous-tab');
    expect(press('PageDown', { ctrl: true })).toBe('next-tab');
    expect(press('PageUp', { ctrl: true })).toBe('previous-tab');
    expect(press('w', { ctrl: true })).toBe('close-tab');
    expect(press('T', { ctrl: true, shift: true })).toBe('reopen-tab');
  });

  it('take back what was done, but where one types what was typed', () => {
    expect(press('z', { ctrl: true })).toBe('undo-work');
    expect(press('z', { ctrl: true, isTyping: true })).toBeNull();
    expect(press('z', { ctrl: true, shift: true })).toBeNull();
  });

  it('leave what others mean alone', () => {
    for (const key of ['a', 'Enter', 'Tab', 'ArrowDown', ' ']) expect(press(key)).toBeNull();
    expect(press('c', { ctrl: true })).toBeNull();
    expect(press('k', { ctrl: true, alt: true })).toBeNull();
  });
});
