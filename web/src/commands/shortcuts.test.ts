import { expect, test } from 'vitest';
import { capsOf, keyName } from './shortcuts';
import { COMMANDS } from './registry';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  code: `Key${key.toUpperCase()}`,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test('a key press has one name', () => {
  expect(keyName(press('e'))).toBe('e');
  expect(keyName(press('E', { shiftKey: true }))).toBe('shift+e');
  expect(keyName(press('k', { metaKey: true }))).toBe('mod+k');
  expect(keyName(press('?', { shiftKey: true, code: 'Slash' }))).toBe('?');
  expect(keyName(press('å', { altKey: true, code: 'KeyA' }))).toBe('alt+a');
});

test('no two commands share a name or a shortcut', () => {
  const shortcuts = COMMANDS.flatMap((command) => command.shortcuts);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
  expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
  expect(COMMANDS.length).toBeGreaterThan(20);
});

test('a shortcut is shown as the caps of its keys', () => {
  expect(capsOf('shift+e')).toEqual(['⇧', 'E']);
});
