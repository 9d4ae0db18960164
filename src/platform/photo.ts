import { Refusal } from '#platform/refusal.ts'
import { sharpOfThisMachine, type Sharp } from '#platform/sharp.ts'

/** Bytes of a photo at the most, as it is sent to us. */
export const largestPhoto = 10 * 1024 * 1024

/** More than telephones take unless told to; a file that would unfold to more is not unfolded. */
const mostPixels = 64_000_000

/**
 * A photo drawn anew as a JPEG: upright, no side longer than this many pixels, and with nothing of what a camera or a person
 * wrote into it. Throws a Refusal where it is no photo that can be read (415), would unfold to more than 64 million pixels
 * (413), or where this machine cannot read photos (503).
 */
export async function photoOf(bytes: Buffer, longestSide: number): Promise<Buffer> {
  const kind = kindOf(bytes)
  if (kind !== 'photo') throw new Refusal(words[kind], 415)
  const sharp = await sharpOfThisMachine()
  const { width, height } = await sizeOf(sharp, bytes)
  if (width * height > mostPixels)
    throw new Refusal('That photo has too many pixels: make it smaller than 8000 by 8000 and send it again.', 413)
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 72, mozjpeg: true })
      .timeout({ seconds: 20 })
      .toBuffer()
  } catch {
    throw broken()
  }
}

async function sizeOf(sharp: Sharp, bytes: Buffer) {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    throw broken()
  }
}

const broken = () => new Refusal('That photo is broken or only part of one: take it or choose it again.', 415)

/** By its first bytes, whatever its name says: only these three kinds are ever given to the library to read. */
function kindOf(bytes: Buffer): keyof typeof words | 'photo' {
  const start = bytes.subarray(0, 12).toString('latin1')
  const isWebP = start.startsWith('RIFF') && start.endsWith('WEBP')
  if (start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG') || isWebP) return 'photo'
  if (start.startsWith('GIF8')) return 'moving'
  if (/^[^]{4}ftyp(hei|hev|mif|msf)/.test(start)) return 'heic'
  return 'other'
}

const other = 'That is not a photo that can be kept: choose a JPEG, PNG or WebP.'

const words = {
  other,
  moving: 'That is a GIF, not a photo: choose a JPEG, PNG or WebP.',
  heic: 'That photo is in Apple’s HEIC format, which few browsers show: save or send it as a JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible).',
} as const
