import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { Presence } from '../api/types';
import { useMe, usePresence } from '../session/session';
import css from './PresenceSwitch.module.css';

const WORDS: Record<Presence, { label: string; means: string }> = {
  online: { label: 'Online', means: 'New conversations are offered to you' },
  away: { label: 'Away', means: 'You keep yours and get no new ones' },
  offline: { label: 'Offline', means: 'You are not at your desk' },
};

export function PresenceSwitch() {
  const me = useMe();
  const { mutate: set } = usePresence();
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <UnstyledButton className={css.target} data-presence={me.presence} aria-label={`Presence: ${WORDS[me.presence].label}`} data-testid="presence">
          <span className={css.dot} />
          {WORDS[me.presence].label}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(WORDS) as Presence[]).map((presence) => (
          <Menu.Item
            key={presence}
            onClick={() => set(presence)}
            data-testid={`presence-${presence}`}
            rightSection={presence === me.presence ? <IconCheck size={16} aria-label="now" /> : null}
          >
            <span className={css.option} data-presence={presence}>
              <span className={css.dot} />
              <span>
                {WORDS[presence].label}
                <span className={css.means}>{WORDS[presence].means}</span>
              </span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
