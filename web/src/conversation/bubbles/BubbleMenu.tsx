import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronDown, IconCopy, IconCornerUpLeft, IconFlag, IconMoodOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Message } from '../../api/types';
import { ReportDialog } from '../../cases/ReportDialog';
import css from './BubbleMenu.module.css';

const EMOJI = ['👍', '❤️', '🙏', '😊', '✅'];

interface Props {
  message: Message;
  /** Whether one may quote it and react to it; copying and reporting is for everybody. */
  canAnswer: boolean;
  onQuote: () => void;
  onReact: (emoji: string) => void;
}

/** What can be done with one message. Shown on hover and on focus. */
export function BubbleMenu({ message, canAnswer, onQuote, onReact }: Props) {
  const [reporting, setReporting] = useState(false);
  const reacted = message.reactions.some(({ from }) => from === 'agent');
  return (
    <>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <ActionIcon className={css.target} size={24} radius="xl" variant="default" aria-label="Message menu">
            <IconChevronDown size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {canAnswer && message.direction === 'in' && (
            <div className={css.emoji}>
              {EMOJI.map((emoji) => (
                <Menu.Item key={emoji} className={css.one} onClick={() => onReact(emoji)} aria-label={`React with ${emoji}`}>
                  {emoji}
                </Menu.Item>
              ))}
            </div>
          )}
          {canAnswer && (
            <Menu.Item leftSection={<IconCornerUpLeft size={16} />} onClick={onQuote}>
              Reply to this
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void navigator.clipboard?.writeText(message.text)}>
            Copy the text
          </Menu.Item>
          {canAnswer && reacted && (
            <Menu.Item leftSection={<IconMoodOff size={16} />} onClick={() => onReact('')}>
              Take the reaction back
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconFlag size={16} />} onClick={() => setReporting(true)} data-testid="report-message">
            Report it
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {reporting && <ReportDialog message={message} onClose={() => setReporting(false)} />}
    </>
  );
}
