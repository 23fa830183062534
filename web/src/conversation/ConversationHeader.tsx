import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconDots, IconLayoutSidebarRight } from '@tabler/icons-react';
import type { Detail } from '../api/types';
import type { Command } from '../commands/command';
import { commandNamed } from '../commands/registry';
import { useDeskState } from '../shell/deskState';
import { Avatar } from '../ui/Avatar';
import { Kbd } from '../ui/Kbd';
import { useIsNarrow } from '../ui/media';
import { nameOf } from '../ui/words';
import css from './ConversationHeader.module.css';
import { commandIcon } from './commandIcons';
import { Lookers } from './Lookers';
import { stateWords } from './stateWords';
import { WindowPill } from './WindowPill';

const named = (names: string[]): Command[] => names.flatMap((name) => commandNamed(name) ?? []);

// In the order of how often they are needed; the first ones stand beside the name where there is room.
const MAIN = named([
  'conversation.take_over',
  'conversation.reopen',
  'conversation.wake',
  'conversation.transfer',
  'conversation.snooze',
  'conversation.close',
]);
const MORE = named(['conversation.hand_to_bot', 'conversation.note', 'conversation.template', 'contact.opt_out', 'contact.block']);

/** Whom one talks to, how long one may, and what can be done with the conversation. */
export function ConversationHeader({ detail }: { detail: Detail }) {
  const { commands, contextOpen } = useDeskState();
  const narrow = useIsNarrow();
  const name = nameOf(detail.contact);
  const Heading = narrow ? 'h1' : 'h2';
  const possible = (each: Command): boolean => each.on(commands) !== null;
  const main = MAIN.filter(possible);
  const more = MORE.filter(possible);
  return (
    <header className={css.head}>
      {narrow && (
        <ActionIcon size={40} aria-label="Back to the list" onClick={commands.desk.leaveConversation}>
          <IconArrowLeft size={21} />
        </ActionIcon>
      )}
      <Heading className={css.heading}>
        <button type="button" className={css.who} onClick={commands.desk.toggleContext} aria-expanded={contextOpen}>
          <Avatar name={name} size={narrow ? 34 : 38} />
          <span className={css.words}>
            <span className={css.name} dir="auto">
              {name}
            </span>
            <span className={css.state}>{stateWords(detail, commands.me)}</span>
          </span>
        </button>
      </Heading>
      <Lookers id={detail.conversation_id} />
      {detail.state !== 'closed' && <WindowPill expiresAt={detail.window_expires_at} long />}
      {!narrow && (
        <div className={css.actions}>
          {main.map((each) => (
            <MainButton key={each.name} command={each} />
          ))}
        </div>
      )}
      {(narrow ? [...main, ...more] : more).length > 0 && (
        <Menu position="bottom-end" width={250}>
          <Menu.Target>
            <ActionIcon size={36} aria-label="More to do" data-testid="more-moves">
              <IconDots size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {(narrow ? [...main, ...more] : more).map((each) => {
              const Glyph = commandIcon(each.name);
              return (
                <Menu.Item
                  key={each.name}
                  leftSection={<Glyph size={17} stroke={1.7} />}
                  rightSection={!narrow && each.shortcuts[0] ? <Kbd shortcut={each.shortcuts[0]} /> : null}
                  onClick={() => each.run(commands)}
                >
                  {each.title}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      )}
      {!narrow && (
        <Tooltip label="The customer’s details (I)">
          <ActionIcon size={36} aria-label="The customer’s details" aria-pressed={contextOpen} onClick={commands.desk.toggleContext}>
            <IconLayoutSidebarRight size={20} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
    </header>
  );
}

const FILLED = new Set(['conversation.take_over', 'conversation.reopen']);

/** Take over, reopen and resolve say what they do; the others are known by their sign. */
function MainButton({ command }: { command: Command }) {
  const { commands } = useDeskState();
  const Glyph = commandIcon(command.name);
  const label = `${command.title.replace('…', '')} (${(command.shortcuts[0] ?? '').toUpperCase().replace('SHIFT+', '⇧')})`;
  const testId = `move-${command.name.split('.')[1]}`;
  if (FILLED.has(command.name) || command.name === 'conversation.close') {
    return (
      <Tooltip label={label}>
        <Button
          size="compact-md"
          h={34}
          px={12}
          variant={FILLED.has(command.name) ? 'filled' : 'light'}
          leftSection={<Glyph size={17} stroke={1.8} />}
          onClick={() => command.run(commands)}
          loading={commands.moves.busy}
          data-testid={testId}
        >
          {command.title}
        </Button>
      </Tooltip>
    );
  }
  return (
    <Tooltip label={label}>
      <ActionIcon size={36} aria-label={command.title} onClick={() => command.run(commands)} data-testid={testId}>
        <Glyph size={20} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
