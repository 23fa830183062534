import { IconRobot, IconUser } from '@tabler/icons-react';
import type { Presence } from '../api/types';
import css from './Avatar.module.css';

interface Props {
  name: string;
  size?: number;
  bot?: boolean;
  presence?: Presence;
}

const TONES = 6;

/** A round field with initials, always in the same colour for the same name. */
export function Avatar({ name, size = 36, bot = false, presence }: Props) {
  const tone = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), name.length) % TONES;
  return (
    <span className={css.avatar} data-tone={bot ? 'bot' : tone} style={{ width: size, height: size, fontSize: size * 0.36 }} aria-hidden>
      {bot ? <IconRobot size={size * 0.56} stroke={1.7} /> : initials(name) || <IconUser size={size * 0.55} />}
      {presence && <span className={css.presence} data-presence={presence} />}
    </span>
  );
}

/** The first letters of the first and the last word; '' for a telephone number. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return [first, last].map((word) => [...(word ?? '')][0] ?? '').join('').toUpperCase();
}
