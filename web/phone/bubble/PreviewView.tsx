import { IconLink } from '@tabler/icons-react';
import css from './PreviewView.module.css';

/** A link shown larger, without asking its page for anything. */
export function PreviewView({ link }: { link: string }) {
  const { hostname, pathname } = new URL(link);
  return (
    <a className={css.preview} href={link} target="_blank" rel="noopener noreferrer nofollow" data-testid="preview">
      <span className={css.icon} aria-hidden>
        <IconLink size={20} />
      </span>
      <span className={css.words}>
        <strong>{hostname.replace(/^www\./, '')}</strong>
        {pathname.length > 1 && <span>{decodeURI(pathname)}</span>}
      </span>
    </a>
  );
}
