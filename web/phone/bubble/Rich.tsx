import { useInvitationLinks } from '../group/invitations';
import { linesOf } from '../text/lines';
import { opensHere, richText, type Span } from '../text/rich';
import css from './Rich.module.css';

/** Message text with its links, its *bold*, _italic_ and ~struck~ words, its quotations and its lists. */
export function Rich({ text }: { text: string }) {
  return (
    <span className={css.rich} dir="auto">
      {linesOf(text).map((line, index) => (
        <span key={index} className={css[line.kind]}>
          {line.mark && <span className={css.mark}>{line.mark}</span>}
          <span>
            {richText(line.text).map((span, at) => (
              <Piece key={at} span={span} />
            ))}
          </span>
        </span>
      ))}
    </span>
  );
}

function Piece({ span }: { span: Span }) {
  const openInvitation = useInvitationLinks();
  const classes = span.styles.map((style) => css[style]).join(' ');
  if (!span.href) return <span className={classes || undefined}>{span.text}</span>;
  const { href } = span;
  if (opensHere(href)) {
    return (
      <button type="button" className={`${css.invitation} ${classes}`} onClick={() => openInvitation(href)}>
        {span.text}
      </button>
    );
  }
  return (
    <a href={href} className={classes || undefined} target="_blank" rel="noopener noreferrer nofollow">
      {span.text}
    </a>
  );
}
