import type { Command, CommandGroup } from './command';

export const GROUPS: CommandGroup[] = ['Offers', 'Conversation', 'Go to', 'Desk'];

const files = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./registry.ts', '!./*.test.ts'], { eager: true });

/** Every command of this folder: listing the folder finds it, there is no table to edit. */
export const COMMANDS: Command[] = Object.values(files)
  .flatMap((file) => Object.values(file).filter(isCommand))
  .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || Number(!a.shortcuts[0]) - Number(!b.shortcuts[0]) || keyOf(a).localeCompare(keyOf(b)));

/** By the letter, capitals right after it; by the title where there is no shortcut. */
function keyOf({ shortcuts: [first], title }: Command): string {
  if (!first) return title;
  return first.startsWith('shift+') ? `${first.slice(6)}+` : first;
}

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'shortcuts' in value && 'run' in value;
}

export const commandNamed = (name: string): Command | undefined => COMMANDS.find((each) => each.name === name);
