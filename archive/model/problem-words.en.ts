import type { ProblemCode } from './problem.ts';

/** Every problem in English. How the templates are filled is told at `problemText`. */
export const problemWordsEn: Readonly<Record<ProblemCode, string>> = {
  'source-not-recognised':
    'The file is not recognised as a saved page or a text dump[ ({sort})]. It is not in the archive; the rest is. Take it out of the folder, or save the page again.',
  'source-unreadable':
    'The file[ {file}] cannot be read[ ({reason})]. It is not in the archive. Check that it exists, is whole and may be read.',
  'source-empty':
    'There is no text to read here[ ({reason})][; {unreadable} files could not be read]. Nothing was taken in. Check that the right file or folder is named.',
  'source-bad-json':
    'The file is not valid JSON[: {reason}][, entry {entry}][, field {field}]. What it held is not taken in; the rest is. Fetch it again or mend it.',
  'source-bad-encoding':
    'The text is not valid in its character encoding[ ({declared})][ ({reason})]. The page is not in the archive, so that no character is guessed. Save it again as UTF-8.',
  'source-bad-archive':
    'The archive file is damaged or holds what it may not[ ({reason})][: {entry}]. What could be read is taken in. Fetch it again.',
  'source-metadata-without-page':
    'There are particulars of a page[ ({url})] but no page to them. They are not taken in. Fetch the page if it is to be there.',
  'source-page-without-text':
    'The page has no body text. It is in the archive with what it has: title, dates and links.',
  'sources-csv-bad-row':
    'The row of sources.csv cannot be read[ ({reason})]. It is not used; the page is there without address and day of fetching. Mend the row: file,address,fetched.',
  'config-invalid':
    'The configuration[ {file}] cannot be used[ ({reason})][: {other}]. Nothing was built. Mend the file and build again.',
  'register-invalid':
    'The authority register[ {file}] cannot be used[: {row}][, {id}][ ({reason})]. Nothing was built or opened. Mend the row.',
  'duplicate-release':
    'The same page is there with different content. The fuller one leads[ ({leads})]; this one is kept as an earlier version.',
  'duplicate-identical':
    'The same page is there more than once with the same content[ ({kept})]. One of them is in the archive.',
  'date-unreadable':
    'The date[ “{text}”] cannot be read. It is kept as it stands but was not used. What can be read is for example 2019-01-21, 21 January 2019 or 2019.',
  'date-meta-url-differ':
    'The page’s date[ ({meta})] and what else tells the day[ ({url})] do not agree. The page’s own date stands; both are kept.',
  'withdrawn-unknown-release':
    'A withdrawal is about a page that is not in the package[: {release}]. The withdrawal is kept all the same. Check the address or id.',
  'delta-empty':
    'There is nothing new since package {sequence} of the series {series}: no new or changed releases, no other links, no withdrawals. No package was built. Check that the sources are the new ones.',
  'banner-role-dates-differ':
    'The page says[ {pageFrom}][ to {pageTo}][ for {person}][ as {office}]; the register says[ {registerFrom}][ to {registerTo}]. The register’s days stand; the page’s words are kept.',
  'banner-period-differs':
    'The period that the page states[ (“{banner}”)] does not agree with the register[ ({register})][ or with the date {date}]. The page’s words are kept; the period has not changed the date.',
  'banner-period-lost':
    'The page was to state a period but the days are lost[ (“{banner}”)]. The line is kept; it says nothing about the date.',
  'banner-role-without-dates':
    'The page speaks of a minister but not between which days[ (“{banner}”)]. The line is kept; it says nothing about the date.',
  'banner-role-unknown':
    'The register has nobody who was[ {office}][ from {pageFrom}][ to {pageTo}]. The page’s words are kept; nobody is linked by them.',
  'tag-unknown':
    'The page’s tag[ {label}][ ({code})] is not in the register. It is kept as it stands; nothing is linked by it. Add it to the register if it is to count.',
  'tag-outside-office':
    'The page is tagged with[ {person}], who by the register held no office then[ ({from}–{to})]. The tag is kept; no role is linked by it.',
  'title-not-held':
    'The page writes[ “{words}”][ of {person}], but by the register the office was another then[: {held}]. The words are kept; the register settles the link.',
  'department-not-at-date':
    'The department[ {department}] did not go by that name on the page’s date[ ({from}–{to})]. The page’s words are kept; the link follows the register[: {register}].',
  'sender-unknown':
    'The sender[ “{sender}”] is not in the register. The line is kept; no department is linked by it.',
  'package-not-found': 'There is no folder[ {file}]. Nothing was opened. Check the path.',
  'package-not-a-bag':
    'The folder[ {file}] is no archive package: it has no package.json. Nothing was opened. Choose the folder that holds bagit.txt and package.json.',
  'package-version-unknown':
    'The package has format version {found}; this program reads version {known}. The package is untouched. Update the program.',
  'package-entry-missing':
    'The file {file} is missing from the package. The rest is untouched. Get the package again from where it came.',
  'package-entry-unexpected':
    'The file {file} does not belong to the package[ ({reason})]. It was not used. Remove it, or get the package again.',
  'package-entry-damaged':
    'The file {file} is not as it was when the package was made. Checking has not changed it. Get the package again from where it came.',
  'package-manifest-invalid':
    'The package’s {file} is faulty[: {reason}][ ({counted})]. The package is untouched. Get it again from where it came.',
  'package-record-invalid':
    'A record of the package is faulty[: {reason}][ “{quote}”][ ({names})]. The package is untouched. Get it again from where it came.',
  'package-chain-broken':
    'The package {file} cannot be read with the others as one archive[: {reason}][ (the series {found}, not {wanted})][ (it is {previous}, number {sequence} of the series)]. Nothing was opened. Name the whole chain, from the full package to the newest.',
  'package-out-exists':
    'There is something in {file} already, or a build is at work on it. It is untouched. Name another folder, or remove it first.',
  'package-write-failed':
    'It was not possible to write in {file}[ ({reason})]. Nothing half-made is left. Check space and permissions.',
  'package-file-not-found': 'There is no file[ {file}]. Nothing was opened. Check the path.',
  'package-file-unreadable':
    'The file[ {file}] cannot be read[ ({reason})]. Nothing of it was kept. Check that it is a file that may be read and that the medium is in place.',
  'package-file-damaged':
    'The package file[ {file}] is damaged[: {reason}][ ({entry})]. Nothing of it was kept. Copy it again from where it came.',
  'package-file-refused':
    'The file[ {file}] is not written as a package file must be[: {reason}][ ({entry})]. Nothing of it was kept. Get it again from whoever made the package.',
  'bag-not-a-bag':
    'The folder[ {file}] is no BagIt bag: it has no bagit.txt. Nothing was checked. Choose the folder that holds bagit.txt.',
  'bag-version-unknown':
    'The bag is of BagIt {found}; this program checks 0.93 to 1.0. The bag is untouched. Update the program.',
  'bag-element-invalid':
    'The bag’s {file} is not as BagIt wants it[: {reason}][ ({counted})]. The bag is untouched. Get it again from where it came.',
  'bag-file-missing':
    'The file {file} is listed[ in {manifest}] and not in the bag, which is incomplete. The rest is untouched. Get it again from where it came[, or from {url}].',
  'bag-file-unlisted':
    'The file {file} is not listed[ in {manifest}]. The bag is untouched. Remove the file, or get the bag again.',
  'bag-file-damaged':
    'The file {file} is not as it was when the bag was made[, by {manifest}]. Checking has not changed it. Get the bag again from where it came.',
  'package-not-intact':
    'The package is not whole: {faults} faults, the first in {file}. Nothing was signed. See all of them with lasesal verify, and get the package again.',
  'package-not-signed':
    'The package is not signed. That its files are whole does not say whom they come from. Ask the sender for a signed package.',
  'package-signer-unknown':
    'The package is signed with the key {key}, which is none of those given. Who signed it is not checked. Compare the key’s fingerprint with the sender and give it.',
  'package-signature-invalid':
    'The signature {file} of the package does not hold[: {reason}][ (key {key})]. The package is untouched. Do not use it until its sender has given it anew.',
  'package-already-signed':
    'The package has a signature already[, by the key {key}]. It is untouched. Remove {file} first if it is to be replaced.',
  'key-unreadable':
    'The key file {file} cannot be read[ ({reason})]. Nothing was done. Check path and permissions.',
  'key-invalid':
    'The key[ {file}] is no key in minisign’s form[: {reason}]. It was not used. Get it again from whoever gave it.',
  'key-exists': 'There is a file {file} already. It is untouched, and no key was made. Give another name.',
  'key-write-failed':
    'The key file {file} could not be written[ ({reason})]. No key is left. Check space and permissions.',
  'key-passphrase-missing':
    'The key[ {file}] is protected by a passphrase, and none was given. Nothing was done. Give it with --passphrase-file, or run the command in a terminal.',
  'key-passphrase-wrong': 'The passphrase does not open the key[ {file}]. Nothing was done. Try again.',
  'key-passphrase-invalid': 'The passphrase[ in {file}] cannot be used[: {reason}]. Nothing was done.',
  'library-busy':
    'Another program is changing the library right now[ (process {process}][ on {host})]. Nothing was changed. Wait until it is done and try again.',
  'library-read-only':
    'The library {file} can only be read from here. Nothing was changed. Whoever keeps it can import and remove.',
  'library-damaged':
    'The library’s file {file} cannot be used[ ({reason})]. It and all packages are untouched. Put it back from a backup; otherwise move it and the folder packages aside, and import the packages from there.',
  'library-pointer-lost':
    'The library’s file {file} is missing, though there are packages beside it. They are untouched. Put it back from a backup; otherwise move the folder packages aside and import the packages from there.',
  'library-version-unknown':
    'The library {file} has format version {found}; this program reads version {known}. It is untouched. Update the program.',
  'library-no-space':
    'There is no room for the import: it needs {needed}, and {free} is free. {missing} is missing. Nothing was copied. Make room and try again.',
  'library-changed':
    'The library has changed since the import was prepared, so that what was shown no longer holds. Nothing was imported. Begin the import again.',
  'library-package-unknown':
    'There is no installed package[ {id}], or more than one that begins so. Nothing was changed. See which there are with lasesal library list.',
  'library-package-needed':
    'Package[ {sequence}][ of series {series}] cannot be removed: package {by} rests on it. Nothing was changed. Remove the later package first.',
  'library-package-lost':
    'The installed package[ {sequence}][ of series {series}] is not whole: files are missing in {file}. The rest is untouched. Import the package again from where it came.',
  'library-package-unread':
    'Package {sequence} of series {series} is damaged and is not read now, nor are later packages of the series. Everything else can be read. The library tells what is wrong; import the package again there, or remove it.',
  'import-empty':
    'There is no archive package in {file}. Nothing was imported. Choose a package file (lasesal), the folder of a package, or a folder that has such.',
  'import-nothing-to-do':
    'Nothing of what was chosen can be imported. The library is as it was. The reason stands beside each package.',
  'import-already-installed':
    'Package {sequence} of series {series} is installed already. It is untouched; nothing needs to be done.',
  'import-twice': 'The same package was chosen more than once[: {other}]. It is imported once.',
  'import-rollback':
    'Package {sequence} of series {series} is older than package {highest}, which has been here already[ ({highestIdentity})]. It was not imported, so that nothing newer is lost. Get package {highest} or a later one.',
  'import-gap':
    'Package {sequence} of series {series} rests on a package that is not here[: number {missing}][, {missingIdentity}]. It was not imported.[ Package {newest} is here.] Import the missing package first, or both at once.',
  'import-fork':
    'Package {sequence} of series {series} does not follow on what is here: it rests on {previous}, but package {met} is here[ ({metIdentity})]. It was not imported. Ask the sender which of them holds.',
  'import-wrong-series':
    'Package {sequence} of series {series} says that it rests on a package of another series: {other}[, {previousIdentity}]. It was not imported. Ask the sender; the package is made wrongly.',
  'import-unsigned-extends-signed':
    'Package {sequence} of series {series} is not signed, but the series is signed with the key {key}. It was not imported. Ask the sender for a signed package.',
  'import-signer-unproven':
    'Package {sequence} of series {series} says that it is signed with the key {claimed}, which is not here; the series is signed with {key}. It was not imported. Ask the sender for the key file (.pub) and put it beside the package.',
  'import-policy-refuses':
    'Package {sequence} of series {series} was not imported: this computer’s policy allows only packages signed with a key it knows[ ({file})]. Ask whoever keeps the computer.',
  'import-undecided':
    'The import waits for a decision on series {series}[: the key {key}]. Nothing was imported. Compare with the sender, accept what is to hold and try again.',
  'import-key-changed':
    'The series {series} changes its key, from {from} to {to}. The owner of the former key has vouched for the change; it holds from this import on.',
  'import-rights-differ':
    'The terms of series {series} are other than before: “{rights}”[, formerly “{former}”]. Read them before you import.',
  'import-under-way':
    'An import is under way. What was handed over now was not looked at. Wait until it is done, or cancel it, and hand it over again.',
  'policy-invalid':
    'The computer’s policy file {file} cannot be used[ ({reason})]. Until it is mended only packages signed with keys that hold here already are imported; what is installed stays. Tell whoever keeps the computer.',
  'key-change-invalid':
    'The statement of a key change[ {file}] cannot be used[: {reason}]. It was not counted. Ask the sender for a new one.',
  'key-trusted-already': 'The key {key} is trusted already. Nothing was changed.',
  'key-not-trusted':
    'No key here has the fingerprint[ {id}]. Nothing was changed. See which there are with lasesal library keys.',
  'key-laid-down':
    'The key {key} is laid down by the computer’s policy[ {file}] and cannot be removed here. Nothing was changed. Ask whoever keeps the computer.',
  'key-not-allowed':
    'This computer’s policy lets nobody add keys of their own[ ({file})]. Nothing was changed. Ask whoever keeps the computer.',
  'certificate-write-failed':
    'The certificate {file} could not be written[ ({reason})]. What was there is untouched. Give another name, or check space and permissions.',
  'out-write-failed':
    'Saving {file} did not work[ ({reason})]. Nothing half-written is left, and what stood there is untouched. Check space and permissions, or choose another place.',
  'out-nothing': 'There is no release to save or print. Nothing was written.',
  'print-failed': 'The pages did not reach the printer. Check that a printer is connected, or save as PDF.',
  'link-unreadable':
    'The link[ {address}] is not written as a link to Läsesal. Nothing was opened. Such a link is lasesal://release/ followed by sixteen characters.',
  'link-not-here':
    'The release that the link leads to is not in the archive that is open[ ({id})]. Import the package that it comes from, or open another archive.',
  'index-damaged':
    'The search index is damaged[ ({reason})]. The archive is untouched. The index is built anew.',
  'index-version-unknown':
    'The search index was made by another version of the program. The archive is untouched. The index is built anew.',
  'query-too-long':
    'The query is too long[: at most {limit} characters]. Its beginning was searched. Shorten it.',
  'query-too-many-clauses':
    'The query has too many parts[: at most {limit}]. The first were searched. Take some words away.',
  'query-unclosed-quote':
    'A quotation mark has no partner. The words after it were searched as a phrase. Add a quotation mark.',
  'query-unclosed-parenthesis':
    'A parenthesis has no partner. The rest was searched as it stands. Add a parenthesis.',
  'query-dangling-operator':
    'The word {operator} joins nothing on one side. It was left out. Put a word on each side.',
  'query-unknown-field':
    'There is no field {field}. The words were searched in all text. The fields are listed in the help.',
  'query-wildcard-too-short':
    'At least {least} letters are needed with *[ ({text})]. The word was searched as it stands, without *. Write more of it.',
  'query-nothing-left': 'Nothing of the query is left to search for[ ({text})]. Write a word that says more.',
  'query-only-excluded':
    'The query only excludes. All that is not excluded is shown. Add a word that must be there.',
  'query-sign-without-word':
    'The sign {operator} belongs to one word. It was left out. Put it right at the word: =förslaget, förslagt~, förslag*.',
  'query-near-without-word':
    'The word {operator} needs one on each side, both in the same text field. It was left out; both sides were searched. Put a single word on each side.',
  'query-near-too-far':
    'The distance in {operator} is too great[: at most {limit} words]. It was searched with {limit}.',
  'query-distance-too-far':
    'The spelling distance in {text} is too great[: at most {limit}]. It was searched with {limit}.',
  'query-word-too-long-for-distance':
    'The word {text} is too long to be searched with a spelling distance[: at most {limit} letters]. It was searched as it is spelt.',
  'query-expansion-cut':
    'The word {text} stands for {forms} word forms. The {limit} most frequent were searched. Write more letters to search all.',
  'search-timed-out':
    'The search took too long and was stopped. The archive is untouched. Narrow the query or search again.',
  'release-not-found':
    'There is no page[ {id}] in the package, or more than one that begins so. Check the id.[ Did you mean: {near}?]',
  'register-entry-not-found':
    'The archive’s register does not have[ {id}]. It may be in another archive, or in another edition of this one.',
  'filter-unknown':
    'Nothing in the archive’s register answers to[ “{value}”][ for {option}]. Nothing was searched.[ Did you mean: {near}?]',
  'no-package-open': 'No archive package is open. Import one in the library.',
  'request-invalid':
    'The program was asked something it does not understand[ ({message})]. Nothing was changed.',
  'request-refused': 'The program refused a request[ ({call})]. Nothing was changed.',
  'job-cancelled': 'Cancelled. All is as it was.',
  'job-failed':
    'The work could not be finished[ ({message})][ ({reason})]. What was there is kept. Try again.',
  'store-damaged-lines':
    'Some of your saved settings are damaged[ (line {line})]. The whole lines are kept. Nothing needs to be done.',
  'store-write-failed':
    'Your settings could not be saved[ ({message})]. The former ones are kept. Check space and permissions.',
  'store-unwritable':
    'What you do is not saved: the file {file} cannot be written[ ({reason})]. What was saved before is untouched. Check space and permissions, and start again.',
  'licence-not-found':
    'There is no licence for {id} among what comes with the program. Close the window and open it again.',
  'certificate-missing':
    'There is no certificate of the package yet. Nothing was written. Check the package first.',
  'work-unknown':
    'What was asked for is no longer among what you have saved. Nothing was changed. Perhaps it was removed just now.',
  'work-undo-stale': 'That cannot be undone: it has been changed again since. Nothing was changed now.',
  'work-passage-outside':
    'The passage that you marked is not within the text. Nothing was saved. Mark it again.',
  'work-damaged':
    'Some of what you have saved is damaged[ ({count} lines)][, first on line {line} of {file}]. All else is kept, and the damaged file lies untouched beside it. Nothing needs to be done.',
  'work-unreadable':
    'Some of what you have saved cannot be made out[ ({count} in {file})]. It is not shown, but it is kept as it is. Update the program if there is a newer version.',
  'work-newer':
    'What you have saved was written by a newer version of the program ({file}). What can be read is shown, but nothing is saved. Update the program.',
  'work-unwritable':
    'What you do is not saved: the file {file} cannot be written[ ({reason})]. What was saved before is untouched. Check space and permissions, and start again.',
  'work-elsewhere':
    'Nothing was saved: another program has changed the file {file}. Start again, and it is read anew.',
  'work-write-failed':
    'It could not be saved[ ({reason})]. Nothing was changed, and all that you saved before is kept. Check space and permissions, and try again.',
  'work-file-other':
    'The file {file} is no saved work of Läsesal. Nothing was taken in. Choose another file.',
  'work-file-newer':
    'The file {file} was written by a newer version of the program. Nothing was taken in. Update the program and try again.',
  'work-file-invalid':
    'The file {file} is damaged, or was changed by hand[ (at {at}: {why})]. Nothing was taken in.',
  'work-file-unreadable': 'The file {file} cannot be read[: {reason}]. Nothing was taken in.',
  'work-file-unwritable':
    'The file {file} could not be written[: {reason}]. Nothing half-written is left. Choose another place.',
  'work-preview-stale':
    'What you have saved has changed since the file was read. Nothing was taken in. Choose the file again.',
  'work-nothing-to-hand-over': 'There are no corrections to hand over. Nothing was written.',
};
