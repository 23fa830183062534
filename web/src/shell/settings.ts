import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import type { Settings } from '../commands/command';
import type { Me } from '../api/types';
import { useLogOut, usePresence } from '../session/session';
import { say } from '../ui/say';
import { stored } from '../ui/stored';
import { mayNotify } from './notices';

/** What one sets for oneself. Sound and notices are off until they are asked for. */
export function useSettings(me: Me): Settings & { sound: boolean; notices: boolean } {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const { mutate: setPresence } = usePresence();
  const { mutate: logOut } = useLogOut();
  const [sound, setSound] = useState(() => stored.get('sound') === 'on');
  const [notices, setNotices] = useState(() => stored.get('notices') === 'on');
  const switchNotices = (on: boolean): void => {
    stored.set('notices', on ? 'on' : '');
    setNotices(on);
  };
  return {
    sound,
    notices,
    togglePresence: () => setPresence(me.presence === 'online' ? 'away' : 'online'),
    toggleColours: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    toggleSound: () => {
      stored.set('sound', sound ? '' : 'on');
      setSound(!sound);
      say.done(sound ? 'Offers come without a sound.' : 'Offers come with a sound.');
    },
    toggleNotices: () => {
      if (notices) {
        switchNotices(false);
        say.done('No notices outside the page.');
        return;
      }
      void mayNotify().then((may) => {
        if (may) switchNotices(true);
        say.done(may ? 'While this page is out of sight, your system tells you of offers and messages.' : 'The browser forbids notices for this address. Allow them in its settings.');
      });
    },
    logOut: () => logOut(),
  };
}
