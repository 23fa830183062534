import { Tooltip } from '@mantine/core';
import { IconInbox, IconKeyboard, IconMoon, IconScale, IconSearch, IconSun, type Icon } from '@tabler/icons-react';
import { useComputedColorScheme } from '@mantine/core';
import { useLocation } from 'react-router';
import { useWaitingForMe } from '../cases/queries';
import { useMe } from '../session/session';
import { Mark } from '../ui/Mark';
import { useDeskState } from './deskState';
import css from './Rail.module.css';
import { UserMenu } from './UserMenu';

/** The dark strip at the left: where one is, and who one is. */
export function Rail() {
  const { commands, view, setDialog } = useDeskState();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  const supervises = ['supervisor', 'admin'].includes(useMe().role);
  const waiting = useWaitingForMe(supervises);
  const inCases = useLocation().pathname.startsWith('/cases');
  return (
    <nav className={css.rail} aria-label="Desk">
      <span className={css.mark}>
        <Mark size={32} />
      </span>
      <RailButton icon={IconInbox} label="Inbox" current={!inCases} onClick={() => commands.desk.show(view)} />
      {supervises && (
        <RailButton
          icon={IconScale}
          label={waiting > 0 ? `Cases, ${waiting} for you` : 'Cases'}
          current={inCases}
          badge={waiting}
          onClick={commands.desk.showCases}
          testId="rail-cases"
        />
      )}
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
  badge?: number;
  testId?: string;
  onClick: () => void;
}

export function RailButton({ icon: Glyph, label, current, badge = 0, testId, onClick }: ButtonProps) {
  return (
    <Tooltip label={label} position="right">
      <button type="button" className={css.button} aria-label={label} aria-current={current ? 'page' : undefined} onClick={onClick} data-testid={testId}>
        <Glyph size={21} stroke={1.7} aria-hidden />
        {badge > 0 && <span className={css.badge}>{badge > 99 ? '99+' : badge}</span>}
      </button>
    </Tooltip>
  );
}
