import type { Dictionary } from './dictionary.ts'

// prettier-ignore
const methods = [
  'street corner meeting', 'surgery', 'drop-in', 'community event', 'rural event', 'watch meeting', 'council meeting',
  'school visit', 'foot patrol', 'patrol contact', 'online', 'partner meeting',
] as const

// prettier-ignore
const communities = [
  'disability', 'Roma Gypsy Traveller', 'rural', 'elderly', 'schools', 'Muslim', 'LGBT', 'farming', 'young people',
] as const

// prettier-ignore
const organisations = ['council', 'council clerk', 'school', 'watch scheme', 'partnership', 'neighbouring force',
  'key individual', 'community group', 'business', 'charity', 'councillor advocate', 'safer schools team'] as const

// prettier-ignore
const channels = ['Facebook', 'Twitter', 'Dorset Alert', 'Neighbourhood Alert', 'web page', 'newsletter', 'local media', 'poster',
  'parish notice', 'social media', 'meeting'] as const

const yesNo = 'yes or no'
const people = 'people'

/**
 * The data dictionary: every kind of evidence there is. A slice records only these; a measure reads only these.
 * Facets and quantities hold no personal data: words from these lists, ids and numbers.
 */
// prettier-ignore
export const kinds = {
  // face to face
  'engagement held': {
    label: 'Engagement held', noun: ['engagement', 'engagements'], subjects: ['neighbourhood', ...organisations], about: 'the engagement',
    quantities: { reached: people, 'spoke with': people, 'raised a concern': people, 'days advertised': 'days', 'volunteer hours': 'hours' },
    facets: { method: methods, communities, 'led by': ['police', 'local event'], advertised: yesNo, scheduled: yesNo, 'key event': yesNo,
      online: yesNo, 'assessment criteria': yesNo, volunteers: yesNo, 'special constables': yesNo, 'rural crime team': yesNo, 'in Niche': yesNo,
      'figure from': ['counted', 'estimated', 'from the organiser'], confidence: ['sure', 'fairly sure', 'a guess'],
      'where crime is': yesNo, 'with NEO': yesNo },
  },
  'engagement compared with crime': { label: 'Engagement compared with crime', noun: ['comparison with crime', 'comparisons with crime'], subjects: [], quantities: { mirrored: 'points', 'concerns mirrored': 'points' }, facets: {} },
  'hotspot identified': { label: 'Crime hotspot identified', noun: ['hotspot', 'hotspots'], subjects: ['neighbourhood'], about: 'the hotspot', quantities: {}, facets: {} },
  'hotspot answered': { label: 'Street corner meeting held for a hotspot', noun: ['street corner meeting', 'street corner meetings'], subjects: ['neighbourhood'], about: 'the hotspot', quantities: { 'spoke with': people }, facets: {} },
  'feedback received': {
    label: 'Feedback received', noun: ['item of feedback', 'items of feedback'], subjects: [], about: 'what it is about',
    quantities: { score: 'points', 'out of': 'points' },
    facets: { to: ['Force', 'OPCC'], topic: ['engagement', 'priorities', 'web page', 'service'] },
  },
  // relationships
  'contact made': {
    label: 'Contact made', noun: ['contact', 'contacts'], subjects: organisations, about: 'the contact', quantities: {},
    facets: { how: ['meeting', 'visit', 'telephone', 'e-mail', 'letter', 'online'], 'concern heard': yesNo, 'concern voiced': yesNo,
      briefing: yesNo, feedback: yesNo, 'written report': yesNo, 'safeguarding officer': yesNo, 'with NEO': yesNo, 'on priorities': yesNo, 'problem solving': yesNo, 'key message': yesNo },
  },
  'meeting attended': {
    label: 'Meeting attended', noun: ['meeting attended', 'meetings attended'], subjects: organisations, about: 'the meeting', quantities: {},
    facets: { 'written report': yesNo, 'first hour with NEOs': yesNo, 'with NEO': yesNo },
  },
  'contact level agreed': { label: 'Level of contact agreed', noun: ['agreement', 'agreements'], subjects: organisations, quantities: {}, facets: { every: 'words' } },
  'relationship reviewed': { label: 'Impact of a relationship reviewed', noun: ['review', 'reviews'], subjects: organisations, quantities: {}, facets: {} },
  'point of contact named': { label: 'Dedicated point of contact', noun: ['named contact', 'named contacts'], subjects: organisations, quantities: {}, facets: { named: yesNo } },
  'inspector named': { label: 'Neighbourhood Inspector responsible for councillors', noun: ['named inspector', 'named inspectors'], subjects: [], quantities: {}, facets: { named: yesNo } },
  'network reviewed': { label: 'Key individual network reviewed', noun: ['review of the network', 'reviews of the network'], subjects: [], quantities: { 'key individuals': people }, facets: {} },
  'concern raised': { label: 'Concern raised', noun: ['concern', 'concerns'], subjects: organisations, about: 'the concern', quantities: {}, facets: { source: ['public', 'key individual', 'council', 'partner'] } },
  'concern answered': { label: 'Concern answered', noun: ['answer', 'answers'], subjects: organisations, about: 'the concern', quantities: {}, facets: {} },
  'role briefing held': { label: 'Briefing on a role held', noun: ['briefing', 'briefings'], subjects: ['councillor advocate'], quantities: {}, facets: { topic: ['councillor advocate', 'engagement contract'] } },
  'patrol place offered': { label: 'Patrol observer place offered to councillors', noun: ['offer', 'offers'], subjects: ['council'], quantities: {}, facets: { standing: yesNo } },
  'patrol place taken': { label: 'Councillor on patrol as an observer', noun: ['patrol observed', 'patrols observed'], subjects: ['council'], quantities: {}, facets: {} },
  'early intervention identified': { label: 'Opportunity for early intervention identified', noun: ['opportunity', 'opportunities'], subjects: [], quantities: {}, facets: {} },
  // social media, alerts, publications, pages
  'account state': { label: 'Social media account', noun: ['account', 'accounts'], subjects: ['social account'], quantities: {}, facets: { active: yesNo, promoted: yesNo } },
  'following counted': { label: 'Following counted', noun: ['count of followers', 'counts of followers'], subjects: ['social account'], quantities: { likes: 'likes' }, facets: { platform: ['Facebook', 'Twitter', 'Instagram', 'Nextdoor'] } },
  'post published': {
    label: 'Post published', noun: ['post', 'posts'], subjects: ['social account'], about: 'the post', quantities: { responses: 'responses' },
    facets: { topic: ['priorities', 'good news', 'prevention', 'Force or national priority', 'event', 'success', 'other'], channel: channels },
  },
  'responses counted': { label: 'Responses to posts counted', noun: ['count of responses', 'counts of responses'], subjects: ['social account'], quantities: { responses: 'responses' }, facets: {} },
  'content reviewed': { label: 'Social media content reviewed', noun: ['review of content', 'reviews of content'], subjects: [], quantities: {}, facets: {} },
  'platforms explored': { label: 'Media platforms explored', noun: ['review of platforms', 'reviews of platforms'], subjects: [], quantities: {}, facets: {} },
  'outcome communicated': {
    label: 'Outcome communicated', noun: ['communication', 'communications'], subjects: ['web section'], about: 'the priority', quantities: {},
    facets: { channel: channels, 'linked to': ['priority', 'previous priority', 'other outcome'], linked: yesNo, topic: ['success', 'prevention', 'activity', 'other'] },
  },
  'alert sent': {
    label: 'Alert sent', noun: ['message', 'messages'], subjects: [], about: 'the incident', quantities: { recipients: people },
    facets: { topic: ['prevention', 'awareness', 'good news', 'key message'] },
  },
  'alert use counted': { label: 'Officers and staff using the alert system counted', noun: ['count of users', 'counts of users'], subjects: [], quantities: { users: people }, facets: {} },
  'registrations counted': { label: 'People registered for alerts counted', noun: ['count of people registered', 'counts of people registered'], subjects: [], quantities: { registered: people, population: people }, facets: {} },
  'alert promoted': { label: 'Alert system promoted to victims', noun: ['promotion', 'promotions'], subjects: [], quantities: { victims: people }, facets: { 'in toolkit': yesNo } },
  'incident recorded': { label: 'Incident that calls for a message', noun: ['incident', 'incidents'], subjects: ['neighbourhood'], about: 'the incident', quantities: {}, facets: { tension: yesNo } },
  'publication issued': {
    label: 'Publication issued', noun: ['publication', 'publications'], subjects: [], about: 'the publication', quantities: {},
    facets: { type: ['newsletter', 'update', 'local media'], 'links plan': yesNo, 'priorities ahead': yesNo, 'previous priorities': yesNo, complete: yesNo },
  },
  'page reviewed': { label: 'Section of the web page reviewed', noun: ['review', 'reviews'], subjects: ['web section'], quantities: {},
    facets: { current: yesNo, section: ['the team', 'opportunities to meet', 'how to contact', 'priorities', 'what was done', 'problem solving'] } },
  'page dip-checked': { label: 'Web page dip-checked', noun: ['dip-check', 'dip-checks'], subjects: [], quantities: { 'items right': 'items', 'items checked': 'items' }, facets: {} },
  'page keeper assigned': { label: 'Volunteer keeps the web pages', noun: ['assignment', 'assignments'], subjects: [], quantities: {}, facets: { assigned: yesNo } },
  'update made': { label: 'Update made to pages or accounts', noun: ['update', 'updates'], subjects: ['web section', 'social account'], quantities: {}, facets: { mobile: yesNo, channel: channels } },
  'accessibility audited': { label: 'Published information audited for accessibility', noun: ['audit', 'audits'], subjects: [], quantities: { failures: 'failures' }, facets: {} },
  // priorities
  'priority set': { label: 'Priority set', noun: ['priority', 'priorities'], subjects: ['neighbourhood'], about: 'the priority', quantities: {}, facets: { 'threat, risk and harm': ['higher', 'standard'], 'about people or places': ['vulnerable victims', 'persistent offenders', 'crime or ASB location'] } },
  'engagement strand planned': { label: 'Engagement strand planned for a priority', noun: ['engagement strand', 'engagement strands'], subjects: ['neighbourhood'], about: 'the priority', quantities: {}, facets: {} },
  'priority addressed': { label: 'Priority acted on or closed', noun: ['priority addressed', 'priorities addressed'], subjects: ['neighbourhood'], about: 'the priority', quantities: {}, facets: { outcome: ['action', 'done', 'partly', 'could not', 'still trying'], 'reported back': yesNo } },
  // plan, self evaluation, scrutiny
  'plan completed': { label: 'Self evaluation and plan completed', noun: ['plan completed', 'plans completed'], subjects: ['local area', 'safer schools team'], quantities: {}, facets: { 'all parts answered': yesNo } },
  'plan published': { label: 'Plan published', noun: ['plan published', 'plans published'], subjects: ['local area'], quantities: {}, facets: { public: yesNo, 'most local level': yesNo } },
  'plan section written': { label: 'Section of the plan written', noun: ['section', 'sections'], subjects: [], quantities: {}, facets: { section: ['community needs', 'priorities', 'what is being done', 'where to find more'] } },
  'profile linked': { label: 'Community profile linked to the plan', noun: ['profile', 'profiles'], subjects: [], quantities: {}, facets: {} },
  'community consulted': { label: 'Community consulted on the plan', noun: ['consultation', 'consultations'], subjects: [], quantities: { answers: 'answers' }, facets: { 'before approval': yesNo } },
  'judgement given': { label: 'Judgement given', noun: ['judgement', 'judgements'], subjects: ['team', 'contract'], quantities: {}, facets: { question: ['relevant to the area', 'rating', 'well connected'], grade: 'words', by: ['OPCC panel', 'community panel', 'reviewer', 'public'] } },
  'panel held': { label: 'Panel or forum held', noun: ['panel', 'panels'], subjects: [], quantities: { representatives: people }, facets: { panel: ['OPCC panel', 'community panel', 'community scrutiny forum', 'Force steering group'] } },
  'recommendation made': { label: 'Recommendation made', noun: ['recommendation', 'recommendations'], subjects: [], about: 'the recommendation', quantities: {}, facets: { owner: yesNo } },
  'recommendation answered': { label: 'Recommendation answered', noun: ['answer', 'answers'], subjects: [], about: 'the recommendation', quantities: {}, facets: {} },
  // inside the team
  'team meeting held': { label: 'Team meeting held', noun: ['team meeting', 'team meetings'], subjects: [], quantities: {}, facets: { topic: ['engagement contract', 'NEO', 'other'] } },
  'welfare check held': { label: 'Workload and welfare check held', noun: ['check', 'checks'], subjects: [], quantities: {}, facets: {} },
  'learning identified': { label: 'Learning identified', noun: ['learning point', 'learning points'], subjects: [], about: 'the learning point', quantities: {}, facets: { shared: yesNo } },
  'volunteer state': { label: 'Engagement volunteer', noun: ['volunteer', 'volunteers'], subjects: ['volunteer'], quantities: {}, facets: { active: yesNo } },
  'volunteering done': { label: 'Volunteering done', noun: ['stint', 'stints'], subjects: ['volunteer'], quantities: { hours: 'hours' }, facets: { task: ['pages', 'newsletter', 'event', 'patrol', 'other'] } },
  // service standards: figures handed over by other systems, and surveys
  'calls counted': { label: 'Telephone calls answered, counted', noun: ['count of calls', 'counts of calls'], subjects: [], quantities: { answered: 'calls', 'in time': 'calls' }, facets: { line: ['999', '101'] } },
  'enquiry received': { label: 'Enquiry received', noun: ['enquiry', 'enquiries'], subjects: [], about: 'the enquiry', quantities: {}, facets: { by: ['online', 'letter'] } },
  'enquiry answered': { label: 'Enquiry answered', noun: ['answer', 'answers'], subjects: [], about: 'the enquiry', quantities: {}, facets: { by: ['online', 'letter'] } },
  'matter updated': { label: 'Protracted matter updated', noun: ['update', 'updates'], subjects: ['protracted matter'], about: 'the matter', quantities: {}, facets: {} },
  'survey answered': {
    label: 'Survey answered', noun: ['survey result', 'survey results'], subjects: [], quantities: { agree: 'answers', answers: 'answers' },
    facets: { question: ['feel informed', 'receive timely information', 'share information', 'well connected', 'courteous service', 'concerns taken seriously',
      'victims kept informed', 'satisfied with priorities', 'informed about my area'], group: ['public', 'councillors', 'victims'] },
  },
  'case figures received': { label: 'Figures on victims and witnesses received', noun: ['set of figures', 'sets of figures'], subjects: [], quantities: { met: 'cases', cases: 'cases' }, facets: { entitlement: ['needs assessed', 'support told', 'Victims’ Code updates', 'Witness Charter'] } },
  'standards reviewed': { label: 'Service standards reviewed', noun: ['review', 'reviews'], subjects: [], quantities: {}, facets: {} },
  'information shared': { label: 'Information on police activity shared', noun: ['item', 'items'], subjects: [], quantities: {}, facets: { scope: ['neighbourhood', 'Force'], channel: channels } },
  'partners informed': { label: 'Partners informed of priorities', noun: ['update to partners', 'updates to partners'], subjects: organisations, quantities: {}, facets: {} },
} as const satisfies Dictionary

/** The name of a kind of evidence. */
export type Kind = keyof typeof kinds
