import { IconBuildingStore } from '@tabler/icons-react';
import { initials } from '../text/words';
import css from './Avatar.module.css';

interface Props {
  name: string;
  size?: number;
  /** A business has a square-ish picture, a person a round one. */
  business?: boolean;
  /** A picture instead of the letters. */
  picture?: string | null;
}

const TONES = 6;

export function Avatar({ name, size = 44, business = false, picture = null }: Props) {
  const tone = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), name.length + 4) % TONES;
  return (
    <span
      className={css.avatar}
      data-tone={tone}
      data-business={business || undefined}
      style={{ width: size, height: size, fontSize: size * 0.37 }}
      aria-hidden
    >
      {picture ? <img src={picture} alt="" className={css.picture} /> : name ? initials(name) : <IconBuildingStore size={size * 0.5} />}
    </span>
  );
}
