import { Menu, UnstyledButton } from '@mantine/core';
import { IconBell, IconBellOff, IconKeyboard, IconLogout, IconMoon, IconScale, IconSun, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useComputedColorScheme } from '@mantine/core';
import { useMe } from '../session/session';
import { Avatar } from '../ui/Avatar';
import { languageName } from '../ui/words';
import { useDeskState } from './deskState';
import { canNotify } from './notices';
import css from './UserMenu.module.css';

/** Who is logged in, and what they set for themselves. */
export function UserMenu({ size = 36 }: { size?: number }) {
  const me = useMe();
  const { commands, setDialog, sound, notices } = useDeskState();
  const { settings } = commands;
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <Menu position="right-end" width={250}>
      <Menu.Target>
        <UnstyledButton className={css.target} aria-label={`${me.name}: your menu`} data-testid="user-menu">
          <Avatar name={me.name} size={size} presence={me.presence} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={css.who}>
          <p className={css.name}>{me.name}</p>
          <p>{me.email}</p>
          <p>
            {me.tenant.name}
            {me.team && ` · ${me.team.name}`}
          </p>
          <p>
            {[...me.skills, ...me.languages.map(languageName)].join(', ')} · up to {me.capacity} at a time
          </p>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconScale size={16} />} onClick={commands.desk.showCases} data-testid="menu-cases">
          {['supervisor', 'admin'].includes(me.role) ? 'Cases' : 'What I reported, and what waits'}
        </Menu.Item>
        <Menu.Item leftSection={dark ? <IconSun size={16} /> : <IconMoon size={16} />} onClick={settings.toggleColours}>
          {dark ? 'Light colours' : 'Dark colours'}
        </Menu.Item>
        <Menu.Item leftSection={sound ? <IconVolume size={16} /> : <IconVolumeOff size={16} />} onClick={settings.toggleSound}>
          {sound ? 'Sound of offers: on' : 'Sound of offers: off'}
        </Menu.Item>
        {canNotify() && (
          <Menu.Item leftSection={notices ? <IconBell size={16} /> : <IconBellOff size={16} />} onClick={settings.toggleNotices} data-testid="menu-notices">
            {notices ? 'Notices outside the page: on' : 'Notices outside the page: off'}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => setDialog('shortcuts')}>
          All shortcuts
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={settings.logOut} data-testid="log-out">
          Log out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
