import { useEffect, useRef } from 'react';
import type { Command, CommandContext } from './command';
import { COMMANDS } from './registry';

/** Runs the command whose shortcut is pressed, while the desk is shown. */
export function useShortcuts(context: CommandContext): void {
  const latest = useRef(context);
  useEffect(() => {
    latest.current = context;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const found = commandFor(event, COMMANDS);
      if (!found || found.on(latest.current) === null) return;
      event.preventDefault();
      found.run(latest.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The command of a key press; none while one types or answers a dialog, unless it is held with a modifier. */
function commandFor(event: KeyboardEvent, commands: Command[]): Command | undefined {
  if (event.defaultPrevented || event.isComposing || (event.repeat && !/^[jk]$/i.test(event.key))) return undefined;
  const held = event.ctrlKey || event.metaKey || event.altKey;
  if (!held && (isTyping(event.target) || dialogIsOpen())) return undefined;
  const pressed = keyName(event);
  return commands.find(({ shortcuts }) => shortcuts.includes(pressed));
}

/** `mod+k`, `shift+e`, `?`. A sign that needs Shift on some keyboards is named by itself. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  // With Alt some systems write another letter: the key itself counts.
  const letter = event.altKey && event.code.startsWith('Key') ? event.code.slice(3) : event.key;
  const key = letter.toLowerCase();
  const parts = [
    ...(event.ctrlKey || event.metaKey ? ['mod'] : []),
    ...(event.altKey ? ['alt'] : []),
    ...(event.shiftKey && /^([a-z]|enter)$/.test(key) ? ['shift'] : []),
    key,
  ];
  return parts.join('+');
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const dialogIsOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
const NAMES: Record<string, string> = { mod: isMac ? '⌘' : 'Ctrl', alt: isMac ? '⌥' : 'Alt', shift: '⇧', escape: 'Esc', enter: 'Enter' };

/** A shortcut as the caps of its keys. */
export const capsOf = (shortcut: string): string[] =>
  shortcut.split('+').map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part));
