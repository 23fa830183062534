export interface Preset {
  label: string;
  until: Date;
}

const HOUR = 3_600_000;

/** The times one snoozes to most: soon, later today where there is a later, tomorrow and Monday morning. */
export function snoozePresets(now: number): Preset[] {
  const today = new Date(now);
  const at = (daysOn: number, hour: number): Date =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + daysOn, hour);
  const toMonday = (8 - today.getDay()) % 7 || 7;
  return [
    { label: 'In 1 hour', until: new Date(now + HOUR) },
    { label: 'In 3 hours', until: new Date(now + 3 * HOUR) },
    ...(today.getHours() < 15 ? [{ label: 'This afternoon', until: at(0, 16) }] : []),
    { label: 'Tomorrow morning', until: at(1, 9) },
    ...(toMonday > 1 ? [{ label: 'Monday morning', until: at(toMonday, 9) }] : []),
  ];
}
