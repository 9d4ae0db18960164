import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FormValues } from '#platform/form.ts'
import { isApi } from '#platform/http/trouble.ts'
import type { RouteOptions } from '#platform/http/routes.ts'
import type { UploadedFile } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'

export type Body = { readonly form: FormValues; readonly json: unknown; readonly files: readonly UploadedFile[] }

export const emptyBody: Body = { form: {}, json: undefined, files: [] }

/** What a request brought with it; JSON is for programs only, and files only where the route asks for them. */
export async function readBody(request: FastifyRequest, path: string, options: RouteOptions): Promise<Body> {
  if (options.upload && request.isMultipart()) return readParts(request, options.upload)
  const isJson = request.headers['content-type']?.toLowerCase().startsWith('application/json') === true
  if (isJson && !isApi(path)) throw new Refusal('This page takes a form, not JSON.', 415)
  return isJson ? { ...emptyBody, json: request.body } : { ...emptyBody, form: formValues(request.body) }
}

/** Only texts and lists of texts, whatever a parser made of the request. */
export function formValues(parsed: unknown): FormValues {
  if (typeof parsed !== 'object' || parsed === null) return {}
  const isText = (value: unknown) => typeof value === 'string'
  const texts = Object.entries(parsed).filter(
    ([, value]) => isText(value) || (Array.isArray(value) && value.every(isText)),
  )
  return Object.fromEntries<string | string[]>(texts)
}

async function readParts(
  request: FastifyRequest,
  { maxBytes, onDisk = false }: NonNullable<RouteOptions['upload']>,
): Promise<Body> {
  const fields = new Map<string, string[]>()
  const files: UploadedFile[] = []
  let left = maxBytes
  const limits = { fileSize: maxBytes, files: 20, fields: 200, fieldSize: 256 * 1024, parts: 220 }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file' && onDisk) {
      if (part.filename) files.push(await writtenDown(part, files))
      else part.file.resume()
    } else if (part.type === 'file') {
      const bytes = await part.toBuffer()
      left -= bytes.byteLength
      if (left < 0) throw tooLarge(maxBytes)
      if (part.filename) files.push({ field: part.fieldname, filename: part.filename, type: part.mimetype, bytes })
    } else if (part.valueTruncated) throw tooLarge(limits.fieldSize)
    else fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value)])
  }
  const form = Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
  return { form, json: undefined, files }
}

type FilePart = Pick<MultipartFile, 'fieldname' | 'filename' | 'mimetype' | 'file'>

/** Its folder goes again at once where it cannot be read to its end, with those that came before it. */
async function writtenDown(part: FilePart, before: readonly UploadedFile[]): Promise<UploadedFile> {
  const path = join(await mkdtemp(join(tmpdir(), 'frankpledge-upload-')), 'file')
  const file = { field: part.fieldname, filename: part.filename, type: part.mimetype, bytes: Buffer.alloc(0), path }
  try {
    await pipeline(part.file, createWriteStream(path))
  } catch (fault) {
    await dropFiles([...before, file])
    throw fault
  }
  return file
}

/** Takes away what a request left on disk. */
export async function dropFiles(files: readonly UploadedFile[]): Promise<void> {
  for (const { path } of files) if (path !== undefined) await rm(dirname(path), { recursive: true, force: true })
}

const tooLarge = (maxBytes: number) =>
  new Refusal(`That is too large: send at most ${Math.max(1, Math.floor(maxBytes / 1024 / 1024))} MB.`, 413)
