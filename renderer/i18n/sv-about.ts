/** The words of welcome, help beyond its tables, about and the accessibility statement, in Swedish. */
export const svAbout = {
  'welcome.title': 'Välkommen till läsesalen',
  'welcome.step': 'Steg {step} av {of}',
  'welcome.search': 'Sök som du tänker',
  'welcome.search-said':
    'Skriv ett ord eller flera. Alla böjningar söks, och ord inuti sammansättningar. Ovanför träffarna står vad som söktes.',
  'welcome.try-word': 'skola',
  'welcome.filter': 'Se vem som satt då',
  'welcome.filter-said':
    'Filtren vet vem som hade vilket ämbete den dag något publicerades, och vilken regering som satt. Välj flera; talen följer med.',
  'welcome.import': 'Hämta in ett eget arkiv',
  'welcome.import-said':
    'Det du ser är ett exempel från ett land som inte finns. Ett riktigt arkivpaket hämtas in i biblioteket: släpp filen på fönstret eller välj den där. Inget installeras förrän du har sett vad det är.',
  'welcome.try': 'Prova: {what}',
  'welcome.to-library': 'Visa biblioteket',
  'welcome.next': 'Nästa',
  'welcome.before': 'Tillbaka',
  'welcome.done': 'Klar',
  'welcome.skip': 'Hoppa över',
  'welcome.told': 'En kort introduktion finns i fönstret. F6 går dit, Esc stänger den.',

  'help.more': 'Mer hjälp',
  'help.welcome': 'En kort introduktion',

  'about.program': 'Om Läsesal',
  'about.version': 'Version {version}',
  'about.what':
    'En läsesal för en regerings pressmeddelanden. Sök, läs och belägg vem som hade vilket ämbete den dag något publicerades, och varifrån det är känt.',
  'about.offline': 'Ingenting lämnar datorn',
  'about.offline-said':
    'Läsesal har ingen väg till nätet. Fönstret hämtar bara programmets egna sidor, namn på servrar slås aldrig upp, och programmets delar kan inte öppna en förbindelse. Länkar i en handling visas som text och öppnas aldrig av sig själva.',
  'about.offline-checked':
    'Vid varje start kontrollerar programmet att dessa spärrar gäller. Gör de inte det öppnas det inte.',
  'about.own':
    'Det du själv gör, som inställningar och anteckningar, ligger på den här datorn och ingen annanstans.',
  'about.licence': 'Läsesal får användas, ändras och spridas fritt enligt MIT-licensen.',
  'about.licences': 'Licenser för allt som följer med',
  'about.licences-said': 'Läsesal är byggt med andras arbete. Här står vad, och villkoren ord för ord.',
  'about.packages': 'Inbyggt i programmet',
  'about.runtime': 'Det som programmet körs i: Electron, Chromium och deras delar',
  'about.no-runtime': 'Licenserna för det som programmet körs i följer inte med den här kopian.',
  'about.find': 'Hitta i listan',
  'about.found': { one: '{count} del', other: '{count} delar' },
  'about.fetching': 'Hämtar …',

  'access.title': 'Tillgänglighetsredogörelse',
  'access.lead':
    'Läsesal ska kunna användas av alla. Den här redogörelsen säger hur programmet uppfyller lagen om tillgänglighet till digital offentlig service (DOS-lagen) och den standard som den vilar på, EN 301 549 version 3.2.1, där WCAG 2.1 nivå AA ingår. Programmet är prövat mot WCAG 2.2 nivå AA.',
  'access.how': 'Hur tillgängligt är programmet?',
  'access.how-said':
    'Programmet är delvis förenligt med kraven. De brister som är kända står nedan. Att något inte står där betyder inte att det är prövat av människor med alla slags hjälpmedel.',
  'access.can': 'Det här kan du göra',
  'access.can-keys':
    'Göra allt med tangentbordet. Tryck på F1 för alla tangenter; F6 går mellan fönstrets delar.',
  'access.can-look':
    'Välja textstorlek, radlängd och utseende: ljust, mörkt, sepia eller hög kontrast, eller använda datorns egna färger. Vid stor text blir fönstret en spalt och inget försvinner åt sidan.',
  'access.can-still': 'Slippa rörelser: inget rör sig när datorn är inställd på mindre rörelse.',
  'access.can-heard':
    'Få antal träffar, framsteg och fel upplästa, och höra vilka ord som är markerade. Det som visas som diagram finns också som tabell.',
  'access.can-single':
    'Stänga av tangenter som fungerar utan Ctrl eller Alt, under Inställningar, om du styr datorn med rösten.',
  'access.report': 'Meddela brister',
  'access.report-said':
    'Hittar du något som inte står här, eller kan du inte använda en del av programmet: hör av dig till den som har gett dig programmet. Är det en myndighet, region eller kommun ska den svara dig och ge dig innehållet på ett sätt som fungerar för dig.',
  'access.supervision': 'Tillsyn',
  'access.supervision-said':
    'Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med svaret kan du anmäla det dit.',
  'access.technical': 'Teknisk information',
  'access.technical-said':
    'Läsesal är ett program för datorn, delvis förenligt med lagen på grund av bristerna här.',
  'access.not': 'Det som inte är tillgängligt',
  'access.not-law': 'Brister mot kraven',
  'access.not-tried':
    'Programmet är inte prövat med skärmläsare av människor som använder dem. Namn, roller och tillstånd är kontrollerade i det träd som skärmläsare läser (EN 301 549 11.5.2).',
  'access.not-systems': 'Prövningen är gjord på Linux. På Windows och macOS är den inte gjord.',
  'access.not-language':
    'Stycken och ord på ett annat språk än handlingens eget är inte utmärkta och läses upp med fel uttal (WCAG 3.1.2).',
  'access.not-tables':
    'Tabeller i handlingar återges som källan hade dem. Där källan inte märkte ut rubriker saknas de här också (WCAG 1.3.1).',
  'access.not-platform':
    'Textstorleken ställs in i programmet och följer inte den som är vald för hela datorn (EN 301 549 11.7).',
  'access.not-covered': 'Innehåll som inte omfattas',
  'access.not-covered-said':
    'Handlingarnas texter är skrivna av den som publicerade dem och återges ord för ord. Bilagor ingår inte i arkivet; deras adresser visas som text.',
  'access.tested': 'Hur programmet har prövats',
  'access.tested-said':
    'De som gör programmet har själva prövat det. Varje ändring provas automatiskt i det färdiga programmet: axe-core på skärmarna på båda språken, kontrasten i varje utseende, att val och träffar syns i datorns egna färger, hela uppgifter med bara tangentbord, 400 procents förstoring, storleken på allt som går att trycka på, och namnen i tillgänglighetsträdet.',
  'access.date': 'Redogörelsen gäller version {version}. Den gjordes i november 2026.',
} as const;
