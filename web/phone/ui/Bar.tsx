import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import css from './Bar.module.css';

interface Props {
  back?: { to: string; label: string };
  children: ReactNode;
  actions?: ReactNode;
}

/** The coloured bar at the top of each of the phone's screens. */
export function Bar({ back, children, actions }: Props) {
  return (
    <header className={css.bar}>
      {back && (
        <ActionIcon component={Link} to={back.to} variant="transparent" c="inherit" size={40} aria-label={back.label}>
          <IconArrowLeft size={22} />
        </ActionIcon>
      )}
      <div className={css.middle}>{children}</div>
      {actions}
    </header>
  );
}
