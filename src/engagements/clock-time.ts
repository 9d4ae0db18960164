const written = /^(\d{1,2})(?:[:. ]?([0-5]\d))?\s*([ap])?\.?(?:m\.?)?$/

/** A time as people write it (`14:30`, `2.30pm`, `1430`, `10am`) as `HH:MM`; null where it is none. */
export function clockTime(text: string): string | null {
  const found = written.exec(text.trim().toLowerCase())
  if (!found) return null
  const [, hours = '', minutes, half] = found
  if (minutes === undefined && half === undefined) return null
  const hour = Number(hours)
  if (half === undefined) return hour < 24 ? shown(hour, minutes) : null
  return hour >= 1 && hour <= 12 ? shown((hour % 12) + (half === 'p' ? 12 : 0), minutes) : null
}

const shown = (hour: number, minutes = '00') => `${String(hour).padStart(2, '0')}:${minutes}`
