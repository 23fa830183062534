import css from './Typing.module.css';

export function Typing({ name }: { name: string }) {
  return (
    <div className={css.row} role="status" aria-label={`${name} is typing`} data-testid="typing">
      <span className={css.bubble}>
        <i />
        <i />
        <i />
      </span>
    </div>
  );
}
