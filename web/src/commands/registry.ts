import type { Command } from './command';

const files = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./registry.ts', '!./*.test.ts'], { eager: true });

/** Every command of this folder: listing the folder finds it, there is no table to edit. */
export const COMMANDS: Command[] = Object.values(files).flatMap((file) => Object.values(file).filter(isCommand));

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'shortcuts' in value && 'run' in value;
}

export const commandNamed = (name: string): Command | undefined => COMMANDS.find((each) => each.name === name);
