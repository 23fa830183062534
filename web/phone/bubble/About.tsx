import css from './Quote.module.css';

/** The item that a message asks about. */
export function About({ name }: { name: string }) {
  return (
    <span className={css.quote} data-testid="about">
      <span className={css.words}>
        <span className={css.sender}>Question about</span>
        <span className={css.text}>{name}</span>
      </span>
    </span>
  );
}
