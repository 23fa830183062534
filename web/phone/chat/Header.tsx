import type { ReactNode } from 'react';
import { ToolsMenu } from '../stage/ToolsMenu';
import { Avatar } from '../ui/Avatar';
import { Bar } from '../ui/Bar';
import css from './Header.module.css';

interface Props {
  waId: string;
  name: string;
  /** What the button with the name opens, as it is read out. */
  info: string;
  onInfo: () => void;
  line: string;
  lineId?: string;
  business?: boolean;
  picture?: string | null;
  wide: boolean;
  /** What is done most, beside the menu. */
  action?: ReactNode;
  /** What can be done: items of the menu. */
  children: ReactNode;
}

/** Above every chat: who it is with, what they do now, and what can be done. */
export function Header({ waId, name, info, onInfo, line, lineId, business, picture, wide, action, children }: Props) {
  return (
    <Bar
      back={{ to: `/${waId}`, label: 'Back to the chats' }}
      actions={
        <>
          {action}
          <ToolsMenu wide={wide}>{children}</ToolsMenu>
        </>
      }
    >
      <h1 className={css.heading}>
        <button type="button" className={css.who} onClick={onInfo} aria-label={`${name}, ${info}`}>
          <Avatar name={name} size={38} business={business} picture={picture} />
          <span className={css.words}>
            <span className={css.name}>{name}</span>
            <span className={css.line} data-testid={lineId}>
              {line}
            </span>
          </span>
        </button>
      </h1>
    </Bar>
  );
}
