import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import type { Settings } from '../commands/command';
import type { Me } from '../api/types';
import { useLogOut, usePresence } from '../session/session';
import { say } from '../ui/say';
import { stored } from '../ui/stored';

/** What one sets for oneself. The sound is off until it is asked for. */
export function useSettings(me: Me): Settings & { sound: boolean } {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const { mutate: setPresence } = usePresence();
  const { mutate: logOut } = useLogOut();
  const [sound, setSound] = useState(() => stored.get('sound') === 'on');
  return {
    sound,
    togglePresence: () => setPresence(me.presence === 'online' ? 'away' : 'online'),
    toggleColours: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    toggleSound: () => {
      stored.set('sound', sound ? '' : 'on');
      setSound(!sound);
      say.done(sound ? 'Offers come without a sound.' : 'Offers come with a sound.');
    },
    logOut: () => logOut(),
  };
}
