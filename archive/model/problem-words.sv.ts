import type { ProblemCode } from './problem.ts';

/** Every problem in Swedish. How the templates are filled is told at `problemText`. */
export const problemWordsSv: Readonly<Record<ProblemCode, string>> = {
  'source-not-recognised':
    'Filen känns inte igen som en sparad sida eller textutskrift[ ({sort})]. Den är inte med i arkivet; resten är det. Ta bort den ur mappen eller spara sidan på nytt.',
  'source-unreadable':
    'Filen[ {file}] kan inte läsas[ ({reason})]. Den är inte med i arkivet. Kontrollera att den finns, är hel och får läsas.',
  'source-empty':
    'Här finns ingen text att läsa[ ({reason})][; {unreadable} filer kunde inte läsas]. Inget har tagits med. Kontrollera att rätt fil eller mapp är angiven.',
  'source-bad-json':
    'Filen är inte giltig JSON[: {reason}][, post {entry}][, fält {field}]. Det som stod i den är inte med; resten är det. Hämta den på nytt eller rätta den.',
  'source-bad-encoding':
    'Texten är inte giltig i sin teckenkodning[ ({declared})][ ({reason})]. Sidan är inte med i arkivet, så att inga tecken gissas. Spara den på nytt som UTF-8.',
  'source-bad-archive':
    'Arkivfilen är skadad eller har otillåtet innehåll[ ({reason})][: {entry}]. Det som kunde läsas är med. Hämta den på nytt.',
  'source-metadata-without-page':
    'Det finns uppgifter om en sida[ ({url})] men ingen sida till dem. Uppgifterna är inte med. Hämta sidan om den ska vara med.',
  'source-page-without-text':
    'Sidan har ingen brödtext. Den är med i arkivet med det den har: rubrik, datum och länkar.',
  'sources-csv-bad-row':
    'Raden i sources.csv kan inte läsas[ ({reason})]. Den används inte; sidan är med utan adress och hämtningsdag. Rätta raden: file,address,fetched.',
  'config-invalid':
    'Inställningsfilen[ {file}] kan inte användas[ ({reason})][: {other}]. Inget har byggts. Rätta filen och bygg igen.',
  'register-invalid':
    'Auktoritetsregistret[ {file}] kan inte användas[: {row}][, {id}][ ({reason})]. Inget har byggts eller öppnats. Rätta raden.',
  'duplicate-release':
    'Samma sida finns med olika innehåll. Den fylligare leder[ ({leads})]; den här är kvar som tidigare version.',
  'duplicate-identical':
    'Samma sida finns mer än en gång med samma innehåll[ ({kept})]. En av dem är med i arkivet.',
  'date-unreadable':
    'Datumet[ ”{text}”] kan inte läsas. Det är kvar som det står men har inte använts. Läsbart är till exempel 2019-01-21, 21 januari 2019 eller 2019.',
  'date-meta-url-differ':
    'Sidans datum[ ({meta})] och det som annars visar dagen[ ({url})] stämmer inte överens. Sidans eget datum gäller; båda är kvar.',
  'withdrawn-unknown-release':
    'Ett återkallande gäller en sida som inte finns i paketet[: {release}]. Återkallandet är med ändå. Kontrollera adressen eller numret.',
  'delta-empty':
    'Det finns inget nytt sedan paket {sequence} i serien {series}: inga nya eller ändrade sidor, inga andra slutsatser, inga återkallelser. Inget paket har byggts. Kontrollera att källorna är de nya.',
  'banner-role-dates-differ':
    'Sidan anger[ {pageFrom}][ till {pageTo}][ för {person}][ som {office}]; registret anger[ {registerFrom}][ till {registerTo}]. Registrets dagar gäller; sidans ord är kvar.',
  'banner-period-differs':
    'Perioden som sidan anger[ (”{banner}”)] stämmer inte med registret[ ({register})][ eller med datumet {date}]. Sidans ord är kvar; perioden har inte ändrat datumet.',
  'banner-period-lost':
    'Sidan skulle ange en period men dagarna saknas[ (”{banner}”)]. Raden är kvar; den säger inget om datumet.',
  'banner-role-without-dates':
    'Sidan talar om ett statsråd men inte mellan vilka dagar[ (”{banner}”)]. Raden är kvar; den säger inget om datumet.',
  'banner-role-unknown':
    'Registret har ingen som varit[ {office}][ från {pageFrom}][ till {pageTo}]. Sidans ord är kvar; ingen person är kopplad av dem.',
  'tag-unknown':
    'Sidans märkning[ {label}][ ({code})] finns inte i registret. Den är kvar som den står; inget är kopplat av den. Lägg till den i registret om den ska räknas.',
  'tag-outside-office':
    'Sidan är märkt med[ {person}], som enligt registret inte hade något ämbete då[ ({from}–{to})]. Märkningen är kvar; ingen roll är kopplad av den.',
  'title-not-held':
    'Sidan skriver[ ”{words}”][ om {person}], men enligt registret var ämbetet då ett annat[: {held}]. Orden är kvar; registret avgör kopplingen.',
  'department-not-at-date':
    'Departementet[ {department}] fanns inte under det namnet vid sidans datum[ ({from}–{to})]. Sidans ord är kvar; kopplingen följer registret[: {register}].',
  'sender-unknown':
    'Avsändaren[ ”{sender}”] finns inte i registret. Raden är kvar; inget departement är kopplat av den.',
  'package-not-found': 'Det finns ingen mapp[ {file}]. Inget har öppnats. Kontrollera sökvägen.',
  'package-not-a-bag':
    'Mappen[ {file}] är inget arkivpaket: package.json saknas. Inget har öppnats. Välj den mapp som innehåller bagit.txt och package.json.',
  'package-version-unknown':
    'Paketet har formatversion {found}; det här programmet läser version {known}. Paketet är orört. Uppdatera programmet.',
  'package-entry-missing':
    'Filen {file} saknas i paketet. Resten är orört. Hämta paketet på nytt från den som gav det.',
  'package-entry-unexpected':
    'Filen {file} hör inte till paketet[ ({reason})]. Den har inte använts. Ta bort den, eller hämta paketet på nytt.',
  'package-entry-damaged':
    'Filen {file} är inte som när paketet gjordes. Den är inte ändrad av kontrollen. Hämta paketet på nytt från den som gav det.',
  'package-manifest-invalid':
    'Paketets {file} är felaktig[: {reason}][ ({counted})]. Paketet är orört. Hämta det på nytt från den som gav det.',
  'package-record-invalid':
    'En post i paketet är felaktig[: {reason}][ ”{quote}”][ ({names})]. Paketet är orört. Hämta det på nytt från den som gav det.',
  'package-chain-broken':
    'Paketet {file} går inte att läsa med de andra som ett arkiv[: {reason}][ (serien {found}, inte {wanted})][ (det heter {previous} och har nummer {sequence} i serien)]. Inget har öppnats. Ange hela kedjan, från det hela paketet till det nyaste.',
  'package-out-exists':
    'Det finns redan något i {file}, eller så pågår ett bygge dit. Det är orört. Ange en annan mapp, eller ta bort den först.',
  'package-write-failed':
    'Det gick inte att skriva i {file}[ ({reason})]. Inget halvfärdigt är kvar. Kontrollera utrymme och rättigheter.',
  'package-file-not-found': 'Det finns ingen fil[ {file}]. Inget har öppnats. Kontrollera sökvägen.',
  'package-file-unreadable':
    'Filen[ {file}] går inte att läsa[ ({reason})]. Inget av den har behållits. Kontrollera att den är en fil som får läsas och att mediet sitter i.',
  'package-file-damaged':
    'Paketfilen[ {file}] är skadad[: {reason}][ ({entry})]. Inget av den har behållits. Kopiera den på nytt från den som gav den.',
  'package-file-refused':
    'Filen[ {file}] är inte skriven som en paketfil ska vara[: {reason}][ ({entry})]. Inget av den har behållits. Hämta den på nytt från den som gjorde paketet.',
  'bag-not-a-bag':
    'Mappen[ {file}] är ingen BagIt-bag: den har ingen bagit.txt. Inget kontrollerades. Välj mappen där bagit.txt ligger.',
  'bag-version-unknown':
    'Bagen är av BagIt {found}; programmet kontrollerar 0.93 till 1.0. Bagen är orörd. Uppdatera programmet.',
  'bag-element-invalid':
    'Bagens {file} är inte som BagIt vill ha den[: {reason}][ ({counted})]. Bagen är orörd. Hämta den på nytt där den kom ifrån.',
  'bag-file-missing':
    'Filen {file} är förtecknad[ i {manifest}] men finns inte i bagen, som är ofullständig. Resten är orörd. Hämta den på nytt där den kom ifrån[, eller från {url}].',
  'bag-file-unlisted':
    'Filen {file} är inte förtecknad[ i {manifest}]. Bagen är orörd. Ta bort filen, eller hämta bagen på nytt.',
  'bag-file-damaged':
    'Filen {file} är inte som när bagen gjordes[, enligt {manifest}]. Kontrollen har inte ändrat den. Hämta bagen på nytt där den kom ifrån.',
  'package-not-intact':
    'Paketet är inte helt: {faults} fel, det första i {file}. Inget har signerats. Se dem alla med lasesal verify, och hämta paketet på nytt.',
  'package-not-signed':
    'Paketet är inte signerat. Att filerna är hela säger inte vem de kommer från. Be avsändaren om ett signerat paket.',
  'package-signer-unknown':
    'Paketet är signerat med nyckeln {key}, som inte är någon av de angivna. Vem som signerat det är inte prövat. Jämför nyckelns fingeravtryck med avsändaren och ange den.',
  'package-signature-invalid':
    'Paketets signatur {file} gäller inte[: {reason}][ (nyckel {key})]. Paketet är orört. Använd det inte förrän avsändaren har gett det på nytt.',
  'package-already-signed':
    'Paketet har redan en signatur[, av nyckeln {key}]. Den är orörd. Ta bort {file} först om den ska ersättas.',
  'key-unreadable':
    'Nyckelfilen {file} kan inte läsas[ ({reason})]. Inget har gjorts. Kontrollera sökväg och rättigheter.',
  'key-invalid':
    'Nyckeln[ {file}] är inte en nyckel i minisigns form[: {reason}]. Den har inte använts. Hämta den på nytt från den som gav den.',
  'key-exists':
    'Det finns redan en fil {file}. Den är orörd, och ingen nyckel har gjorts. Ange ett annat namn.',
  'key-write-failed':
    'Nyckelfilen {file} kunde inte skrivas[ ({reason})]. Ingen nyckel är kvar. Kontrollera utrymme och rättigheter.',
  'key-passphrase-missing':
    'Nyckeln[ {file}] är skyddad av ett lösenord, och inget har angetts. Inget har gjorts. Ange det med --passphrase-file, eller kör kommandot i en terminal.',
  'key-passphrase-wrong': 'Lösenordet öppnar inte nyckeln[ {file}]. Inget har gjorts. Försök igen.',
  'key-passphrase-invalid': 'Lösenordet[ i {file}] kan inte användas[: {reason}]. Inget har gjorts.',
  'library-busy':
    'Ett annat program ändrar just nu i biblioteket[ (process {process}][ på {host})]. Inget har ändrats. Vänta tills det är klart och försök igen.',
  'library-read-only':
    'Biblioteket {file} kan bara läsas härifrån. Inget har ändrats. Den som sköter det kan importera och ta bort.',
  'library-damaged':
    'Bibliotekets fil {file} kan inte användas[ ({reason})]. Den och alla paket är orörda. Lägg tillbaka den från en säkerhetskopia; annars flytta undan den och mappen packages, och importera paketen därifrån.',
  'library-pointer-lost':
    'Bibliotekets fil {file} saknas, fast det finns paket intill. De är orörda. Lägg tillbaka den från en säkerhetskopia; annars flytta undan mappen packages och importera paketen därifrån.',
  'library-version-unknown':
    'Biblioteket {file} har formatversion {found}; det här programmet läser version {known}. Det är orört. Uppdatera programmet.',
  'library-no-space':
    'Det finns inte plats för importen: den behöver {needed}, och {free} är ledigt. Det saknas {missing}. Inget har kopierats. Gör plats och försök igen.',
  'library-changed':
    'Biblioteket har ändrats sedan importen förbereddes, så att det som visades inte längre gäller. Inget har importerats. Börja om importen.',
  'library-package-unknown':
    'Det finns inget installerat paket[ {id}], eller mer än ett som börjar så. Inget har ändrats. Se vilka som finns med lasesal library list.',
  'library-package-needed':
    'Paketet[ {sequence}][ i serien {series}] kan inte tas bort: paket {by} bygger på det. Inget har ändrats. Ta bort det senare paketet först.',
  'library-package-lost':
    'Det installerade paketet[ {sequence}][ i serien {series}] är inte helt: filer saknas i {file}. Resten är orört. Importera paketet på nytt från den som gav det.',
  'library-package-unread':
    'Paket {sequence} i serien {series} är skadat och läses inte nu, inte heller senare paket i serien. Allt annat går att läsa. I biblioteket står vad som är fel; importera paketet igen där, eller ta bort det.',
  'import-empty':
    'Det finns inget arkivpaket i {file}. Inget har importerats. Välj en paketfil (lasesal), ett pakets mapp, eller en mapp som har sådana.',
  'import-nothing-to-do':
    'Inget av det valda kan importeras. Biblioteket är som det var. Skälet står vid varje paket.',
  'import-already-installed':
    'Paket {sequence} i serien {series} är redan installerat. Det är orört; inget behöver göras.',
  'import-twice': 'Samma paket har valts mer än en gång[: {other}]. Det importeras en gång.',
  'import-rollback':
    'Paket {sequence} i serien {series} är äldre än paket {highest}, som redan har funnits här[ ({highestIdentity})]. Det har inte importerats, så att inget nyare går förlorat. Skaffa paket {highest} eller ett senare.',
  'import-gap':
    'Paket {sequence} i serien {series} bygger på ett paket som inte finns här[: nummer {missing}][, {missingIdentity}]. Det har inte importerats.[ Här finns paket {newest}.] Importera det paket som saknas först, eller båda på en gång.',
  'import-fork':
    'Paket {sequence} i serien {series} följer inte på det som finns här: det bygger på {previous}, men här finns paket {met}[ ({metIdentity})]. Det har inte importerats. Fråga avsändaren vilket av dem som gäller.',
  'import-wrong-series':
    'Paket {sequence} i serien {series} säger sig bygga på ett paket ur en annan serie: {other}[, {previousIdentity}]. Det har inte importerats. Fråga avsändaren; paketet är felaktigt gjort.',
  'import-unsigned-extends-signed':
    'Paket {sequence} i serien {series} är inte signerat, men serien är signerad med nyckeln {key}. Det har inte importerats. Be avsändaren om ett signerat paket.',
  'import-signer-unproven':
    'Paket {sequence} i serien {series} säger sig vara signerat med nyckeln {claimed}, som inte finns här; serien är signerad med {key}. Det har inte importerats. Be avsändaren om nyckelfilen (.pub) och lägg den bredvid paketet.',
  'import-policy-refuses':
    'Paket {sequence} i serien {series} har inte importerats: den här datorns policy tillåter bara paket som är signerade med en nyckel den känner[ ({file})]. Fråga den som sköter datorn.',
  'import-undecided':
    'Importen väntar på ett beslut om serien {series}[: nyckeln {key}]. Inget har importerats. Jämför med avsändaren, godkänn det som ska gälla och försök igen.',
  'import-key-changed':
    'Serien {series} byter nyckel, från {from} till {to}. Den tidigare nyckelns ägare har intygat bytet; det gäller från och med den här importen.',
  'import-rights-differ':
    'Villkoren för serien {series} är andra än förut: ”{rights}”[, tidigare ”{former}”]. Läs dem innan du importerar.',
  'import-under-way':
    'En import pågår. Det som lämnades nu har inte setts på. Vänta tills den är klar, eller avbryt den, och lämna det igen.',
  'policy-invalid':
    'Datorns policyfil {file} kan inte användas[ ({reason})]. Tills den är rättad importeras bara paket som är signerade med nycklar som redan gäller här; det som är installerat är kvar. Säg till den som sköter datorn.',
  'key-change-invalid':
    'Intyget om nyckelbyte[ {file}] kan inte användas[: {reason}]. Det har inte räknats. Be avsändaren om ett nytt.',
  'key-trusted-already': 'Nyckeln {key} är redan betrodd. Inget har ändrats.',
  'key-not-trusted':
    'Ingen nyckel här har fingeravtrycket[ {id}]. Inget har ändrats. Se vilka som finns med lasesal library keys.',
  'key-laid-down':
    'Nyckeln {key} är fastställd av datorns policy[ {file}] och kan inte tas bort här. Inget har ändrats. Fråga den som sköter datorn.',
  'key-not-allowed':
    'Den här datorns policy låter ingen lägga till egna nycklar[ ({file})]. Inget har ändrats. Fråga den som sköter datorn.',
  'certificate-write-failed':
    'Intyget {file} kunde inte skrivas[ ({reason})]. Det som fanns där är orört. Ange ett annat namn, eller kontrollera utrymme och rättigheter.',
  'out-write-failed':
    'Det gick inte att spara {file}[ ({reason})]. Inget halvskrivet är kvar, och det som fanns där är orört. Kontrollera utrymme och rättigheter, eller välj en annan plats.',
  'out-nothing': 'Det finns ingen handling att spara eller skriva ut. Inget har skrivits.',
  'print-failed':
    'Utskriften kom inte till skrivaren. Kontrollera att en skrivare är ansluten, eller spara som PDF.',
  'link-unreadable':
    'Länken[ {address}] är inte skriven som en länk till Läsesal. Inget har öppnats. En sådan ser ut så här: lasesal://release/ följt av sexton tecken.',
  'link-not-here':
    'Den handling som länken pekar på finns inte i det arkiv som är öppet[ ({id})]. Importera det paket som den kommer ur, eller öppna ett annat arkiv.',
  'index-damaged': 'Sökindexet är skadat[ ({reason})]. Arkivet är orört. Indexet byggs om.',
  'index-version-unknown':
    'Sökindexet är gjort av en annan version av programmet. Arkivet är orört. Indexet byggs om.',
  'query-too-long': 'Frågan är för lång[: högst {limit} tecken]. Början av den har sökts. Korta den.',
  'query-too-many-clauses':
    'Frågan har för många led[: högst {limit}]. De första har sökts. Ta bort några ord.',
  'query-unclosed-quote':
    'Ett citattecken saknar sitt par. Orden efter det har sökts som en fras. Sätt ett citattecken till.',
  'query-unclosed-parenthesis':
    'En parentes saknar sitt par. Resten har sökts som det står. Sätt en parentes till.',
  'query-dangling-operator':
    'Ordet {operator} binder inget på ena sidan. Det har utelämnats. Skriv ett ord på var sida.',
  'query-unknown-field': 'Det finns inget fält {field}. Orden har sökts i all text. Fälten står i hjälpen.',
  'query-wildcard-too-short':
    'Med * behövs minst {least} bokstäver[ ({text})]. Ordet har sökts som det står, utan *. Skriv mer av det.',
  'query-nothing-left': 'Av frågan blir inget kvar att söka[ ({text})]. Skriv ett ord som bär mer.',
  'query-only-excluded':
    'Frågan utesluter bara. Allt som inte utesluts visas. Lägg till ett ord som ska finnas.',
  'query-sign-without-word':
    'Tecknet {operator} hör till ett enda ord. Det har utelämnats. Skriv det intill ordet: =förslaget, förslagt~, förslag*.',
  'query-near-without-word':
    'Ordet {operator} behöver ett ord på var sida, båda i samma textfält. Det har utelämnats; båda sidor har sökts. Skriv ett enkelt ord på var sida.',
  'query-near-too-far':
    'Avståndet i {operator} är för stort[: högst {limit} ord]. Sökningen gjordes med {limit}.',
  'query-distance-too-far':
    'Stavningsavståndet i {text} är för stort[: högst {limit}]. Sökningen gjordes med {limit}.',
  'query-word-too-long-for-distance':
    'Ordet {text} är för långt för att sökas med stavningsavstånd[: högst {limit} bokstäver]. Det söktes som det är stavat.',
  'query-expansion-cut':
    'Sökordet {text} står för {forms} ordformer. De {limit} vanligaste söktes. Skriv fler bokstäver för att söka alla.',
  'search-timed-out':
    'Sökningen tog för lång tid och avbröts. Arkivet är orört. Smalna av frågan eller sök igen.',
  'release-not-found':
    'Det finns ingen sida[ {id}] i paketet, eller mer än en som börjar så. Kontrollera numret.[ Menade du: {near}?]',
  'register-entry-not-found':
    'Arkivets register har inte[ {id}] med. Det kan finnas i ett annat arkiv, eller i en annan utgåva av det här.',
  'filter-unknown':
    'Inget i arkivets register motsvarar[ ”{value}”][ för {option}]. Inget har sökts.[ Menade du: {near}?]',
  'no-package-open': 'Inget arkivpaket är öppet. Importera ett i biblioteket.',
  'request-invalid': 'Programmet fick en begäran som det inte förstår[ ({message})]. Inget har ändrats.',
  'request-refused': 'Programmet nekade en begäran[ ({call})]. Inget har ändrats.',
  'job-cancelled': 'Avbrutet. Allt är som det var.',
  'job-failed':
    'Arbetet gick inte att slutföra[ ({message})][ ({reason})]. Det som fanns är kvar. Försök igen.',
  'store-damaged-lines':
    'Några av dina sparade inställningar är skadade[ (rad {line})]. De hela raderna är kvar. Inget behöver göras.',
  'store-write-failed':
    'Dina inställningar kunde inte sparas[ ({message})]. De tidigare är kvar. Kontrollera utrymme och rättigheter.',
  'store-unwritable':
    'Det du gör sparas inte: filen {file} kan inte skrivas[ ({reason})]. Det som redan är sparat är orört. Kontrollera utrymme och rättigheter och starta om.',
  'licence-not-found':
    'Det finns ingen licens för {id} bland det som följer med programmet. Stäng rutan och öppna den igen.',
  'certificate-missing':
    'Det finns inget intyg för paketet ännu. Inget har skrivits. Kontrollera paketet först.',
  'work-unknown':
    'Det som efterfrågades finns inte kvar bland det du har sparat. Inget har ändrats. Kanske togs det bort nyss.',
  'work-undo-stale': 'Det går inte att ångra: det har ändrats igen sedan dess. Inget har ändrats nu.',
  'work-passage-outside': 'Stället du markerade ryms inte i texten. Inget har sparats. Markera det igen.',
  'work-damaged':
    'Något av det du har sparat är skadat[ ({count} rader)][, först på rad {line} i {file}]. Allt annat är kvar, och den skadade filen ligger orörd bredvid. Inget behöver göras.',
  'work-unreadable':
    'Något av det du har sparat går inte att tyda[ ({count} i {file})]. Det visas inte, men det är kvar som det är. Uppdatera programmet om det finns en nyare version.',
  'work-newer':
    'Det du har sparat är skrivet av en nyare version av programmet ({file}). Det som går att läsa visas, men inget sparas. Uppdatera programmet.',
  'work-unwritable':
    'Det du gör sparas inte: filen {file} kan inte skrivas[ ({reason})]. Det som redan är sparat är orört. Kontrollera utrymme och rättigheter och starta om.',
  'work-elsewhere':
    'Inget har sparats: ett annat program har ändrat filen {file}. Starta om så läses den in på nytt.',
  'work-write-failed':
    'Det gick inte att spara[ ({reason})]. Inget har ändrats, och allt du sparat tidigare är kvar. Kontrollera utrymme och rättigheter och försök igen.',
  'work-file-other':
    'Filen {file} är inte ett sparat arbete från Läsesal. Inget har hämtats in. Välj en annan fil.',
  'work-file-newer':
    'Filen {file} är skriven av en nyare version av programmet. Inget har hämtats in. Uppdatera programmet och försök igen.',
  'work-file-invalid':
    'Filen {file} är skadad eller ändrad för hand[ (vid {at}: {why})]. Inget har hämtats in.',
  'work-file-unreadable': 'Filen {file} går inte att läsa[: {reason}]. Inget har hämtats in.',
  'work-file-unwritable':
    'Filen {file} kunde inte skrivas[: {reason}]. Inget halvskrivet är kvar. Välj en annan plats.',
  'work-preview-stale':
    'Det du har sparat har ändrats sedan filen lästes. Inget har hämtats in. Välj filen igen.',
  'work-nothing-to-hand-over': 'Det finns inga rättelser att lämna över. Inget har skrivits.',
};
