import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronDown, IconCopy, IconCornerUpLeft, IconMoodOff } from '@tabler/icons-react';
import type { Message } from '../../api/types';
import css from './BubbleMenu.module.css';

const EMOJI = ['👍', '❤️', '🙏', '😊', '✅'];

interface Props {
  message: Message;
  onQuote: () => void;
  onReact: (emoji: string) => void;
}

/** What can be done with one message. Shown on hover and on focus. */
export function BubbleMenu({ message, onQuote, onReact }: Props) {
  const reacted = message.reactions.some(({ from }) => from === 'agent');
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <ActionIcon className={css.target} size={24} radius="xl" variant="default" aria-label="Message menu">
          <IconChevronDown size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {message.direction === 'in' && (
          <div className={css.emoji}>
            {EMOJI.map((emoji) => (
              <Menu.Item key={emoji} className={css.one} onClick={() => onReact(emoji)} aria-label={`React with ${emoji}`}>
                {emoji}
              </Menu.Item>
            ))}
          </div>
        )}
        <Menu.Item leftSection={<IconCornerUpLeft size={16} />} onClick={onQuote}>
          Reply to this
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void navigator.clipboard?.writeText(message.text)}>
          Copy the text
        </Menu.Item>
        {reacted && (
          <Menu.Item leftSection={<IconMoodOff size={16} />} onClick={() => onReact('')}>
            Take the reaction back
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
