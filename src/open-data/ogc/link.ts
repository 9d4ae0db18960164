/** Degrees of WGS84, longitude first: the only reference system here. */
export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

export type Link = { readonly href: string; readonly rel: string; readonly type: string; readonly title: string }
