import { Tooltip } from '@mantine/core';
import { IconInbox, IconKeyboard, IconMoon, IconSearch, IconSun, type Icon } from '@tabler/icons-react';
import { useComputedColorScheme } from '@mantine/core';
import { Mark } from '../ui/Mark';
import { useDeskState } from './deskState';
import css from './Rail.module.css';
import { UserMenu } from './UserMenu';

/** The dark strip at the left: where one is, and who one is. */
export function Rail() {
  const { commands, view, setDialog } = useDeskState();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <nav className={css.rail} aria-label="Desk">
      <span className={css.mark}>
        <Mark size={32} />
      </span>
      <RailButton icon={IconInbox} label="Inbox" current onClick={() => commands.desk.show(view)} />
      <RailButton icon={IconSearch} label="Find a command (Ctrl K)" onClick={() => setDialog('palette')} />
      <span className={css.gap} />
      <RailButton icon={IconKeyboard} label="All shortcuts (?)" onClick={() => setDialog('shortcuts')} />
      <RailButton
        icon={dark ? IconSun : IconMoon}
        label={dark ? 'Light colours' : 'Dark colours'}
        onClick={commands.settings.toggleColours}
      />
      <UserMenu />
    </nav>
  );
}

interface ButtonProps {
  icon: Icon;
  label: string;
  current?: boolean;
  onClick: () => void;
}

export function RailButton({ icon: Glyph, label, current, onClick }: ButtonProps) {
  return (
    <Tooltip label={label} position="right">
      <button type="button" className={css.button} aria-label={label} aria-current={current ? 'page' : undefined} onClick={onClick}>
        <Glyph size={21} stroke={1.7} aria-hidden />
      </button>
    </Tooltip>
  );
}
