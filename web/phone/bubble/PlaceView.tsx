import { IconMapPinFilled } from '@tabler/icons-react';
import type { Place } from '../api/types';
import css from './PlaceView.module.css';

/** A place, drawn without asking any map service for it. */
export function PlaceView({ place }: { place: Place }) {
  const coordinates = `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`;
  return (
    <a className={css.place} href={`geo:${place.latitude},${place.longitude}`} aria-label={`Place: ${place.name ?? coordinates}`}>
      <span className={css.map} aria-hidden>
        <IconMapPinFilled size={30} />
      </span>
      <span className={css.words}>
        <strong>{place.name || 'Location'}</strong>
        <span>{place.address || coordinates}</span>
      </span>
    </a>
  );
}
