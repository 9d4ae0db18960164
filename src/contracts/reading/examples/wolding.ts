import type { Block } from '../block.ts'

const heading = (level: number, text: string): Block => ({ kind: 'heading', level, text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const item = (text: string): Block => ({ kind: 'item', level: 1, ordered: false, text })
const step = (text: string): Block => ({ kind: 'item', level: 1, ordered: true, text })

/** The contract of a team that does not exist, as the blocks that a Word, OpenDocument, PDF and text file of it hold. */
export const wolding: readonly Block[] = [
  heading(1, 'Neighbourhood Engagement Contract'),
  paragraph('Market Wolding Neighbourhood Policing Team'),
  heading(1, 'Part 1 – Introduction and Self Evaluation'),
  paragraph('Section or department: Market Wolding and the Vale'),
  paragraph('Date of completion: 14/09/2020'),
  paragraph('The Sergeants wrote this together with the Inspector. It is looked at again every year.'),
  heading(2, 'What is the context of your area in relation to engagement?'),
  paragraph(
    'Market Wolding has a livestock market, two “A” roads and eleven villages. People here know each other’s faces and expect to know ours.',
  ),
  heading(2, 'How do you engage with and listen to your community and your staff?'),
  step('Officers walk the market on Thursdays. The concerns that people voice go into one list that the whole team sees.'),
  step('The Sergeant holds a briefing with all staff once a fortnight.'),
  heading(2, 'How have you quality assured what your staff deliver?'),
  item('The Inspector dip-samples engagement records each month'),
  item('A residents’ panel looks at our year’s work annually'),
  heading(1, 'Part 2 – Essential Components'),
  heading(2, 'Build and deliver a connectivity plan'),
  paragraph('Our commitment is to provide:'),
  item('A plan written with the Vale Community Forum and reviewed every six months'),
  heading(2, 'Face to face engagement with members of the community'),
  paragraph('The team will try to speak with people on foot every day.'),
  paragraph('Our commitment is to provide:'),
  item('Beat officers will hold a drop-in at the library once a fortnight and a street stall at the market every other month'),
  item('At least twice a year PCSOs will run a Saturday event on the green. Tea is free.'),
  item('Engagement with groups such as the Deaf community, Traveller families, young carers and older residents'),
  heading(2, 'Relationships with key community leaders and key organisations'),
  paragraph('Trust is built slowly and lost quickly.'),
  paragraph('Our commitment is to provide:'),
  step('The Neighbourhood Inspector attends the Vale Community Safety Partnership once a quarter'),
  step('A named PCSO for every Farm Watch, Shop Watch and Speed Watch scheme'),
  step('We meet our colleagues in neighbouring forces in Mercia and North Fen & Isle every 8 weeks'),
  heading(2, 'Use of social media'),
  paragraph('At present 3,120 people follow our page.'),
  paragraph('Our commitment is to provide:'),
  item('Growth from 3,120 to 3,500 followers by 31 March 2021'),
  item('Regular posts about what was done on priorities'),
  heading(2, 'Communicating outcomes against priorities'),
  item('The priorities page will be refreshed monthly'),
  heading(2, 'To promote and support the use of the Dorset Alert system'),
  item('An increase of 15% in the people registered by December 2020'),
  heading(2, 'A website for the local policing area'),
  item('A volunteer will check the pages weekly'),
  heading(2, 'Local councillors are recognised as key community leaders'),
  item(
    'The Inspector will meet the town clerks of Wolding, Easter Cross and St Ann’s Quay every three months, and a newsletter will go to all councillors each half-year',
  ),
  heading(2, 'Safer Schools team and Neighbourhood Engagement Officer'),
  item('PCSOs will visit each primary school once every half term'),
  item('The Sergeant and the NEO will meet every six weeks to plan events'),
  heading(1, 'Part 3 – Good practice and requests'),
  heading(2, 'Is there any activity you would like to raise as good practice?'),
  item('Breakfast with farmers at the market'),
  heading(2, 'Are there any tools that would be helpful to you?'),
  item('A second gazebo'),
  item('Tablets that work in the rain'),
]

/** As a person types it and a converter breaks it: bullets, numbers, and a title that comes back within a sentence. */
export function asText(blocks: readonly Block[]): string {
  let number = 0
  const lines = blocks.map((block) => {
    if (block.kind === 'row') return block.cells.join('\t')
    number = block.kind === 'item' && block.ordered ? number + 1 : 0
    if (block.kind === 'item') return `${block.ordered ? `${number}.` : '-'} ${block.text}`
    return `\n${block.text}\n`
  })
  const title = '\n\nPart 2 – Essential Components\n\n'
  return lines.join('\n').replace('once a fortnight and a street', `once a fortnight${title}and a street`)
}
