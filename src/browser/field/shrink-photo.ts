const longestSide = 1600
const mostBytes = 3.5 * 1024 * 1024

/**
 * A photo drawn anew: upright, no side longer than 1600 pixels, and with nothing of what the camera wrote into it, such as
 * where it was taken. Throws where the file is no picture.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const fine = await asJpeg(canvas, 0.82)
  return fine.size <= mostBytes ? fine : asJpeg(canvas, 0.5)
}

const asJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((done, fail) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error('the photo could not be drawn'))),
      'image/jpeg',
      quality,
    ),
  )
