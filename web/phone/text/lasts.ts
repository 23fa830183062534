/** How long something still takes: "23 h 10 min", "40 s"; "a moment" when its time has come. */
export function lasts(seconds: number): string {
  const left = Math.ceil(seconds);
  if (left <= 0) return 'a moment';
  if (left < 60) return `${left} s`;
  const minutes = Math.ceil(left / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours ? `${hours} h` : '', rest ? `${rest} min` : ''].filter(Boolean).join(' ');
}
