import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import type { PhoneMessage } from '../api/types';
import { useScreenPortal } from '../ui/screen';
import css from './MessageMenu.module.css';

const EMOJI: [string, string][] = [
  ['👍', 'Thumbs up'],
  ['❤️', 'Heart'],
  ['😂', 'Laughing'],
  ['😮', 'Surprised'],
  ['😢', 'Sad'],
  ['🙏', 'Thanks'],
];

interface Props {
  message: PhoneMessage;
  opened: boolean;
  setOpened: (opened: boolean) => void;
  canAnswer: boolean;
  onQuote: () => void;
  onEdit: () => void;
  onRemove: () => void;
  /** An empty emoji takes the reaction back. */
  onReact: (emoji: string) => void;
}

/** What can be done with one message: react, answer, copy. */
export function MessageMenu({ message, opened, setOpened, canAnswer, onQuote, onEdit, onRemove, onReact }: Props) {
  const mine = message.reactions?.find((reaction) => reaction.from_me)?.emoji;
  const words = message.text || message.media?.caption;
  const portalProps = useScreenPortal();
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position={message.from_me ? 'bottom-end' : 'bottom-start'}
      radius={14}
      shadow="md"
      portalProps={portalProps}
    >
      <Menu.Target>
        <button type="button" className={css.handle} data-open={opened || undefined} aria-label="Message menu">
          <IconChevronDown size={17} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {canAnswer && (
          <>
            <div className={css.emoji} role="group" aria-label="React">
              {EMOJI.map(([emoji, name]) => (
                <ActionIcon
                  key={emoji}
                  variant={emoji === mine ? 'light' : 'subtle'}
                  size={38}
                  radius="xl"
                  fz={20}
                  aria-label={emoji === mine ? `Take back: ${name}` : name}
                  aria-pressed={emoji === mine}
                  onClick={() => {
                    setOpened(false);
                    onReact(emoji === mine ? '' : emoji);
                  }}
                >
                  {emoji}
                </ActionIcon>
              ))}
            </div>
            <Menu.Item leftSection={<IconArrowBackUp size={18} />} onClick={onQuote}>
              Reply
            </Menu.Item>
            {message.from_me && message.type === 'text' && (
              <Menu.Item leftSection={<IconPencil size={18} />} onClick={onEdit}>
                Edit
              </Menu.Item>
            )}
            {message.from_me && (
              <Menu.Item leftSection={<IconTrash size={18} />} onClick={onRemove}>
                Delete for everyone
              </Menu.Item>
            )}
          </>
        )}
        {words && (
          <Menu.Item
            leftSection={<IconCopy size={18} />}
            onClick={() => void navigator.clipboard?.writeText(words)}
          >
            Copy text
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
