import css from './Rich.module.css';
import { richText, type Span } from './rich';

/** Message text with its links and its *bold*, _italic_ and ~struck~ words. */
export function Rich({ text }: { text: string }) {
  return (
    <span className={css.rich} dir="auto">
      {richText(text).map((span, index) => (
        <Piece key={index} span={span} />
      ))}
    </span>
  );
}

function Piece({ span }: { span: Span }) {
  const classes = span.styles.map((style) => css[style]).join(' ');
  if (!span.href) return <span className={classes || undefined}>{span.text}</span>;
  return (
    <a href={span.href} className={classes || undefined} target="_blank" rel="noopener noreferrer nofollow">
      {span.text}
    </a>
  );
}
