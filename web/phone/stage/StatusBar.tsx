import { IconBattery3, IconWifi } from '@tabler/icons-react';
import { timeOf } from '../thread/days';
import { useNow } from '../ui/now';
import css from './StatusBar.module.css';

/** The strip at the very top of the device; its time is the platform's. */
export function StatusBar() {
  return (
    <div className={css.bar} aria-hidden>
      <span className={css.time}>{timeOf(useNow(1))}</span>
      <span className={css.camera} />
      <span className={css.icons}>
        <IconWifi size={16} stroke={2.2} />
        <IconBattery3 size={20} stroke={1.8} />
      </span>
    </div>
  );
}
