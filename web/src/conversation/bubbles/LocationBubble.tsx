import { IconMapPin } from '@tabler/icons-react';
import type { LocationContent } from '../../api/types';
import type { BubbleProps } from './Contents';
import css from './LocationBubble.module.css';

/** A place. The map opens elsewhere, and only when it is asked for. */
export function LocationBubble({ content }: BubbleProps<LocationContent>) {
  const { latitude, longitude, name, address } = content;
  return (
    <a
      className={css.place}
      href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      <span className={css.pin}>
        <IconMapPin size={20} stroke={1.7} aria-hidden />
      </span>
      <span>
        <span className={css.name}>{name || 'Location'}</span>
        <span className={css.address}>{address || `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`}</span>
      </span>
    </a>
  );
}
