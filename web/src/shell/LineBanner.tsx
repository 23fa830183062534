import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { useWhatsAppLine } from '../api/line';
import { useLine } from '../api/live';
import css from './LineBanner.module.css';
import { troubleOf } from './trouble';

/** Says what stands between this page and the customer: our own line to the service, its worker, or WhatsApp's silence. */
export function LineBanner() {
  const away = useLine() === 'away';
  const { data } = useWhatsAppLine();
  if (away)
    return (
      <div className={css.banner} role="status">
        <IconPlugConnectedX size={16} aria-hidden />
        Connection lost. Reconnecting; what you see may be a little old.
      </div>
    );
  if (!data || data.state === 'well') return null;
  return (
    <div className={css.banner} role="status">
      <IconAlertTriangle className={css.icon} size={16} aria-hidden />
      {troubleOf(data, Date.now())}
    </div>
  );
}
