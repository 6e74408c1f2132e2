<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BestCases</name>
    <message numerus="yes">
        <source>You have chosen %n case(s), and may choose 10 at most.</source>
        <translation>
            <numerusform>You have chosen %n case, and may choose 10 at most.</numerusform>
            <numerusform>You have chosen %n cases, and may choose 10 at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These have equally many votes, and there is room for %n of them: %1. Say which are among the ten.</source>
        <translation>
            <numerusform>These have equally many votes, and there is room for %n of them: %1. Say which is among the ten.</numerusform>
            <numerusform>These have equally many votes, and there is room for %n of them: %1. Say which are among the ten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bulletin</name>
    <message numerus="yes">
        <source>%n finding(s) are neither mended nor explained: %1</source>
        <translation>
            <numerusform>%n finding is neither mended nor explained: %1</numerusform>
            <numerusform>%n findings are neither mended nor explained; the first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) may be a citizen&apos;s data and are not decided yet: “%1”.</source>
        <translation>
            <numerusform>%n place may be a citizen&apos;s data and is not decided yet: “%1”.</numerusform>
            <numerusform>%n places may be citizens&apos; data and are not decided yet; the first: “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseBook</name>
    <message numerus="yes">
        <source>The text is too long: at most %n character(s) can be stored.</source>
        <translation>
            <numerusform>The text is too long: at most %n character can be stored.</numerusform>
            <numerusform>The text is too long: at most %n characters can be stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The citizen has to be called first; after %n try/tries that reach nobody the ticket can be closed.</source>
        <translation>
            <numerusform>The citizen has to be called first; after %n try that reaches nobody the ticket can be closed.</numerusform>
            <numerusform>The citizen has to be called first; after %n tries that reach nobody the ticket can be closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are merged into this one. Take them out first.</source>
        <translation>
            <numerusform>%n ticket is merged into this one. Take it out first.</numerusform>
            <numerusform>%n tickets are merged into this one. Take them out first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n working day(s) are possible: until %1.</source>
        <translation>
            <numerusform>At most %n working day is possible: until %1.</numerusform>
            <numerusform>At most %n working days are possible: until %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has been extended %n time(s); the office allows no more.</source>
        <translation>
            <numerusform>It has been extended %n time; the office allows no more.</numerusform>
            <numerusform>It has been extended %n times; the office allows no more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deadline rule allows %n working day(s) of suspension.</source>
        <translation>
            <numerusform>The deadline rule allows %n working day of suspension.</numerusform>
            <numerusform>The deadline rule allows %n working days of suspension.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deadline rule allows %n more working day(s) of suspension.</source>
        <translation>
            <numerusform>The deadline rule allows %n more working day of suspension.</numerusform>
            <numerusform>The deadline rule allows %n more working days of suspension.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseSuggestions</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>done %n day(s) late</source>
        <translation>
            <numerusform>done %n day late</numerusform>
            <numerusform>done %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n departments together</source>
        <translation>
            <numerusform>%n department</numerusform>
            <numerusform>%n departments together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one matter told %n times, by %1</source>
        <translation>
            <numerusform>one matter told once, by %1</numerusform>
            <numerusform>one matter told %n times, by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>telephone numbers</comment>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n error(s). Nothing was stored.</source>
        <translation>
            <numerusform>%n error. Nothing was stored.</numerusform>
            <numerusform>%n errors. Nothing was stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept value(s) repaired.</source>
        <translation>
            <numerusform>%n kept value repaired.</numerusform>
            <numerusform>%n kept values repaired.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) want a look: --format json tells which.</source>
        <translation>
            <numerusform>%n place wants a look: --format json tells which.</numerusform>
            <numerusform>%n places want a look: --format json tells which.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them doubtful</source>
        <translation>
            <numerusform>, %n of them doubtful</numerusform>
            <numerusform>, %n of them doubtful</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentReview</name>
    <message numerus="yes">
        <source>%n figure(s) stand as the case file counts them</source>
        <translation>
            <numerusform>%n figure stands as the case file counts it</numerusform>
            <numerusform>%n figures stand as the case file counts them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>%n row(s) without what every row needs were passed over: %1.</source>
        <translation>
            <numerusform>%n row without what every row needs was passed over: %1.</numerusform>
            <numerusform>%n rows without what every row needs were passed over: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This import has replaced %n row(s) that were there before; what they said then is not kept here. Restore the backup that was made before the import instead.</source>
        <translation>
            <numerusform>This import has replaced %n row that was there before; what it said then is not kept here. Restore the backup that was made before the import instead.</numerusform>
            <numerusform>This import has replaced %n rows that were there before; what they said then is not kept here. Restore the backup that was made before the import instead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HotSpots</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <comment>telephone numbers</comment>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>%1 in %n day(s) are %2 a day.</source>
        <translation>
            <numerusform>%1 in %n day are %2 a day.</numerusform>
            <numerusform>%1 in %n days are %2 a day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) add up to %1</source>
        <translation>
            <numerusform>%n part adds up to %1</numerusform>
            <numerusform>%n parts add up to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n day(s) are %2 a day</source>
        <translation>
            <numerusform>%1 in %n day are %2 a day</numerusform>
            <numerusform>%1 in %n days are %2 a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) of the table received = closed + open</source>
        <translation>
            <numerusform>In %n row of the table received = closed + open</numerusform>
            <numerusform>In %n rows of the table received = closed + open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) of the table the rate agrees with its counts</source>
        <translation>
            <numerusform>In %n row of the table the rate agrees with its counts</numerusform>
            <numerusform>In %n rows of the table the rate agrees with its counts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) of the table the share agrees with its count</source>
        <translation>
            <numerusform>In %n row of the table the share agrees with its count</numerusform>
            <numerusform>In %n rows of the table the share agrees with its count</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n month(s) are %2 a month</source>
        <translation>
            <numerusform>%1 in %n month are %2 a month</numerusform>
            <numerusform>%1 in %n months are %2 a month</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n month(s) are %2 a month.</source>
        <translation>
            <numerusform>%1 in %n month are %2 a month.</numerusform>
            <numerusform>%1 in %n months are %2 a month.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimilarPanel</name>
    <message numerus="yes">
        <source>%n word(s) in common</source>
        <translation>
            <numerusform>%n word in common</numerusform>
            <numerusform>%n words in common</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message numerus="yes">
        <source>“%1” could not be brought to the new version: %n record(s) refer to missing ones. It was left as it is.</source>
        <translation>
            <numerusform>“%1” could not be brought to the new version: %n record refers to a missing one. It was left as it is.</numerusform>
            <numerusform>“%1” could not be brought to the new version: %n records refer to missing ones. It was left as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were brought over whole.</source>
        <translation>
            <numerusform>%n ticket was brought over whole.</numerusform>
            <numerusform>%n tickets were brought over whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are missing:</source>
        <translation>
            <numerusform>%n ticket is missing:</numerusform>
            <numerusform>%n tickets are missing:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were left out: whose they are can&apos;t be told.</source>
        <translation>
            <numerusform>%n record was left out: whose it is can&apos;t be told.</numerusform>
            <numerusform>%n records were left out: whose they are can&apos;t be told.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were left out: what they belong to (%1) is lost.</source>
        <translation>
            <numerusform>%n record was left out: what it belongs to (%1) is lost.</numerusform>
            <numerusform>%n records were left out: what they belong to (%1) is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketQuestions</name>
    <message numerus="yes">
        <source>The due time moves by as much as is lost. The rule “%1” allows %n working day(s) in all.</source>
        <translation>
            <numerusform>The due time moves by as much as is lost. The rule “%1” allows %n working day in all.</numerusform>
            <numerusform>The due time moves by as much as is lost. The rule “%1” allows %n working days in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::ArticleList</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::ArticleTables</name>
    <message numerus="yes">
        <source>%n place(s) of the table can&apos;t be imported as they stand.</source>
        <translation>
            <numerusform>%n place of the table can&apos;t be imported as it stands.</numerusform>
            <numerusform>%n places of the table can&apos;t be imported as they stand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) imported.</source>
        <translation>
            <numerusform>%n article imported.</numerusform>
            <numerusform>%n articles imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::ArticleView</name>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Expires in %n day</numerusform>
            <numerusform>Expires in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s), last on %1</source>
        <translation>
            <numerusform>%n time, last on %1</numerusform>
            <numerusform>%n times, last on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::AttachmentAdding</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n file(s)</source>
        <translation>
            <numerusform>Add %n file</numerusform>
            <numerusform>Add %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::AttachmentList</name>
    <message numerus="yes">
        <source>%n attachment(s) added.</source>
        <translation>
            <numerusform>%n attachment added.</numerusform>
            <numerusform>%n attachments added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::AttachmentSaving</name>
    <message numerus="yes">
        <source>%n attachment(s) are not safe to open.</source>
        <translation>
            <numerusform>%n attachment is not safe to open.</numerusform>
            <numerusform>%n attachments are not safe to open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s) saved.</source>
        <translation>
            <numerusform>%n attachment saved.</numerusform>
            <numerusform>%n attachments saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::BatchCommands</name>
    <message numerus="yes">
        <source>%n chosen ticket(s)</source>
        <translation>
            <numerusform>%n chosen ticket</numerusform>
            <numerusform>%n chosen tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) stay as they were.</source>
        <translation>
            <numerusform>%n ticket stays as it was.</numerusform>
            <numerusform>%n tickets stay as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are done.</source>
        <translation>
            <numerusform>%n ticket is done.</numerusform>
            <numerusform>%n tickets are done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::BestCasesDialog</name>
    <message numerus="yes">
        <source>%n departments together</source>
        <translation>
            <numerusform>%n department</numerusform>
            <numerusform>%n departments together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These cases have equally many votes, and there is room for %n of them. Tick which are among the ten.</source>
        <translation>
            <numerusform>These cases have equally many votes, and there is room for %n of them. Tick which is among the ten.</numerusform>
            <numerusform>These cases have equally many votes, and there is room for %n of them. Tick which are among the ten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of %1 are on the shortlist. Once they are put to the vote, the shortlist stands.</source>
        <translation>
            <numerusform>%n case of %1 is on the shortlist. Once it is put to the vote, the shortlist stands.</numerusform>
            <numerusform>%n cases of %1 are on the shortlist. Once they are put to the vote, the shortlist stands.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have voted.</source>
        <translation>
            <numerusform>%n person has voted.</numerusform>
            <numerusform>%n persons have voted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tick 10 cases at most, save, and change it until the vote is closed; how many votes a case has is shown only then. You have ticked %n.</source>
        <translation>
            <numerusform>Tick 10 cases at most, save, and change it until the vote is closed; how many votes a case has is shown only then. You have ticked %n.</numerusform>
            <numerusform>Tick 10 cases at most, save, and change it until the vote is closed; how many votes a case has is shown only then. You have ticked %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The result stands since %1 (%2); %n person(s) have voted. It doesn&apos;t change any more.</source>
        <translation>
            <numerusform>The result stands since %1 (%2); %n person has voted. It doesn&apos;t change any more.</numerusform>
            <numerusform>The result stands since %1 (%2); %n persons have voted. It doesn&apos;t change any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Closing the vote fixes the result for good. %n person(s) have voted so far.</source>
        <translation>
            <numerusform>Closing the vote fixes the result for good. %n person has voted so far.</numerusform>
            <numerusform>Closing the vote fixes the result for good. %n persons have voted so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::BulletinComposer</name>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) of the text have changed with the case file.</source>
        <translation>
            <numerusform>%n figure of the text has changed with the case file.</numerusform>
            <numerusform>%n figures of the text have changed with the case file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) that you changed would be written otherwise now. What is printed there no more, and sums of the rest, keep their old figures: read them.</source>
        <translation>
            <numerusform>%n part that you changed would be written otherwise now. What is printed there no more, and sums of the rest, keep their old figures: read it.</numerusform>
            <numerusform>%n parts that you changed would be written otherwise now. What is printed there no more, and sums of the rest, keep their old figures: read them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::BulletinEditor</name>
    <message numerus="yes">
        <source>Printed as %n group(s) of columns side by side</source>
        <translation>
            <numerusform>Printed as %n group of columns</numerusform>
            <numerusform>Printed as %n groups of columns side by side</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::CalendarDialogs</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n calendar day</numerusform>
            <numerusform>%n calendar days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::CalendarSection</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::CallerHistory</name>
    <message numerus="yes">
        <source>This number has called %n time(s)</source>
        <translation>
            <numerusform>This number has called %n time</numerusform>
            <numerusform>This number has called %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::ChangeLog</name>
    <message numerus="yes">
        <source>Notice of %1: %n day(s) changed</source>
        <translation>
            <numerusform>Notice of %1: %n day changed</numerusform>
            <numerusform>Notice of %1: %n days changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::ChecksPanel</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::CompareDialog</name>
    <message numerus="yes">
        <source>%n field(s) still to be chosen</source>
        <translation>
            <numerusform>%n field still to be chosen</numerusform>
            <numerusform>%n fields still to be chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::DeadlineSection</name>
    <message numerus="yes">
        <source>%n extension(s) of a dispatch</source>
        <translation>
            <numerusform>%n extension of a dispatch</numerusform>
            <numerusform>%n extensions of a dispatch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of up to %n working day(s)</source>
        <translation>
            <numerusform>of up to %n working day</numerusform>
            <numerusform>of up to %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every dispatched ticket is followed up, %n time(s) at most</source>
        <translation>
            <numerusform>every dispatched ticket is followed up, %n time at most</numerusform>
            <numerusform>every dispatched ticket is followed up, %n times at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n working day(s)</source>
        <translation>
            <numerusform>up to %n working day</numerusform>
            <numerusform>up to %n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::DueMovesDialog</name>
    <message numerus="yes">
        <source>%n due time(s) would be another by the calendar and the rules as they are now. Those with a warning are not ticked.</source>
        <translation>
            <numerusform>%n due time would be another by the calendar and the rules as they are now. Those with a warning are not ticked.</numerusform>
            <numerusform>%n due times would be others by the calendar and the rules as they are now. Those with a warning are not ticked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due time(s) moved.</source>
        <translation>
            <numerusform>%n due time moved.</numerusform>
            <numerusform>%n due times moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Move %n due time(s)</source>
        <translation>
            <numerusform>&amp;Move %n due time</numerusform>
            <numerusform>&amp;Move %n due times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::FigureOpener</name>
    <message numerus="yes">
        <source>%n ticket(s) of %1 calls</source>
        <translation>
            <numerusform>%n ticket of %1 calls</numerusform>
            <numerusform>%n tickets of %1 calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::FigurePanel</name>
    <message numerus="yes">
        <source>Show only the first %n</source>
        <translation>
            <numerusform>Show only the first %n</numerusform>
            <numerusform>Show only the first %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::FollowUpPage</name>
    <message numerus="yes">
        <source>%n call(s) back are noted down and not saved.</source>
        <translation>
            <numerusform>%n call back is noted down and not saved.</numerusform>
            <numerusform>%n calls back are noted down and not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::GiveSheetsDialog</name>
    <message numerus="yes">
        <source>&amp;Write %n sheet(s)…</source>
        <translation>
            <numerusform>&amp;Write %n sheet…</numerusform>
            <numerusform>&amp;Write %n sheets…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) written to %1.</source>
        <translation>
            <numerusform>%n sheet written to %1.</numerusform>
            <numerusform>%n sheets written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::ImportLogDialog</name>
    <message numerus="yes">
        <source>%n row(s) were taken out.</source>
        <translation>
            <numerusform>%n row was taken out.</numerusform>
            <numerusform>%n rows were taken out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::ImportSection</name>
    <message numerus="yes">
        <source>%n row(s) can&apos;t be imported as they stand. Nothing was stored. Mend them and check again.</source>
        <translation>
            <numerusform>%n row can&apos;t be imported as it stands. Nothing was stored. Mend it and check again.</numerusform>
            <numerusform>%n rows can&apos;t be imported as they stand. Nothing was stored. Mend them and check again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::IntakePage</name>
    <message numerus="yes">
        <source>%n draft(s) of yours were left unfinished.</source>
        <translation>
            <numerusform>%n draft of yours was left unfinished.</numerusform>
            <numerusform>%n drafts of yours were left unfinished.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::IntakeTabs</name>
    <message numerus="yes">
        <source>%n unfinished draft(s)</source>
        <translation>
            <numerusform>%n unfinished draft</numerusform>
            <numerusform>%n unfinished drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::IssueFields</name>
    <message numerus="yes">
        <source>%n official typeface(s) replaced</source>
        <translation>
            <numerusform>%n official typeface replaced</numerusform>
            <numerusform>%n official typefaces replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::KnowledgePage</name>
    <message numerus="yes">
        <source>%n article(s) not saved yet</source>
        <translation>
            <numerusform>%n article not saved yet</numerusform>
            <numerusform>%n articles not saved yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::LayoutEditor</name>
    <message numerus="yes">
        <source>With %n fault(s) it is not saved. What you have written stays here.</source>
        <translation>
            <numerusform>With %n fault it is not saved. What you have written stays here.</numerusform>
            <numerusform>With %n faults it is not saved. What you have written stays here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::LayoutSection</name>
    <message numerus="yes">
        <source>The file holds a layout with %n fault(s). It was not taken in.</source>
        <translation>
            <numerusform>The file holds a layout with %n fault. It was not taken in.</numerusform>
            <numerusform>The file holds a layout with %n faults. It was not taken in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::MaterialPanel</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::NoticeDialog</name>
    <message numerus="yes">
        <source>%n thing(s) can&apos;t be read. Nothing is stored before they are mended.</source>
        <translation>
            <numerusform>%n thing can&apos;t be read. Nothing is stored before it is mended.</numerusform>
            <numerusform>%n things can&apos;t be read. Nothing is stored before they are mended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n working day(s) by this notice. Is this right?</source>
        <translation>
            <numerusform>%1: %n working day by this notice. Is this right?</numerusform>
            <numerusform>%1: %n working days by this notice. Is this right?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) that are set now are not in it: %1.</source>
        <translation>
            <numerusform>%n day that is set now is not in it: %1.</numerusform>
            <numerusform>%n days that are set now are not in it: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::PrintPreview</name>
    <message numerus="yes">
        <source>of %n page(s)</source>
        <comment>in a preview</comment>
        <translation>
            <numerusform>of %n page</numerusform>
            <numerusform>of %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::RecordsSection</name>
    <message numerus="yes">
        <source>The newest %n record(s). Each holds a checksum over the one before: a changed one is found by a check of the file.</source>
        <translation>
            <numerusform>The newest record. Each holds a checksum over the one before: a changed one is found by a check of the file.</numerusform>
            <numerusform>The newest %n records. Each holds a checksum over the one before: a changed one is found by a check of the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of it</source>
        <comment>printed</comment>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of paper</source>
        <comment>printed</comment>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::RestatementPanel</name>
    <message numerus="yes">
        <source>%n came to it</source>
        <translation>
            <numerusform>%n came to it</numerusform>
            <numerusform>%n came to it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went from it</source>
        <translation>
            <numerusform>%n went from it</numerusform>
            <numerusform>%n went from it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) count otherwise now. The published text doesn&apos;t change; Enter opens the tickets that came and went.</source>
        <translation>
            <numerusform>%n figure counts otherwise now. The published text doesn&apos;t change; Enter opens the tickets that came and went.</numerusform>
            <numerusform>%n figures count otherwise now. The published text doesn&apos;t change; Enter opens the tickets that came and went.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::RestoreDialog</name>
    <message numerus="yes">
        <source>%n event(s) of the present file are newer than this backup</source>
        <translation>
            <numerusform>%n event of the present file is newer than this backup</numerusform>
            <numerusform>%n events of the present file are newer than this backup</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, of %n ticket(s)</source>
        <comment>follows the number of events</comment>
        <translation>
            <numerusform>, of %n ticket</numerusform>
            <numerusform>, of %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::SentenceField</name>
    <message numerus="yes">
        <source>%n decimal(s)</source>
        <translation>
            <numerusform>%n decimal</numerusform>
            <numerusform>%n decimals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::StatisticsPage</name>
    <message numerus="yes">
        <source>dispatched %1 · closed %2 · %n department(s)</source>
        <translation>
            <numerusform>dispatched %1 · closed %2 · %n department</numerusform>
            <numerusform>dispatched %1 · closed %2 · %n departments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::StructureWatch</name>
    <message numerus="yes">
        <source>%n record(s) of the case file refer to others that are missing. Have the file checked, and keep the earlier backups.</source>
        <translation>
            <numerusform>%n record of the case file refers to another that is missing. Have the file checked, and keep the earlier backups.</numerusform>
            <numerusform>%n records of the case file refer to others that are missing. Have the file checked, and keep the earlier backups.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::SuggestionPanel</name>
    <message numerus="yes">
        <source>from %n closed ticket(s)</source>
        <translation>
            <numerusform>from %n closed ticket</numerusform>
            <numerusform>from %n closed tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::TakeSheetDialog</name>
    <message numerus="yes">
        <source>%n ticket(s) of the sheet have no row any more: %1</source>
        <translation>
            <numerusform>%n ticket of the sheet has no row any more: %1</numerusform>
            <numerusform>%n tickets of the sheet have no row any more: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Enter %n row(s)</source>
        <translation>
            <numerusform>&amp;Enter %n row</numerusform>
            <numerusform>&amp;Enter %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) entered.</source>
        <translation>
            <numerusform>%n row entered.</numerusform>
            <numerusform>%n rows entered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::TickDialog</name>
    <message numerus="yes">
        <source>%n more line(s) are not shown here</source>
        <translation>
            <numerusform>%n more line is not shown here</numerusform>
            <numerusform>%n more lines are not shown here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::TicketPrinting</name>
    <message numerus="yes">
        <source>%n ticket(s) are about to be printed with the names, telephones and addresses of citizens.</source>
        <translation>
            <numerusform>%n ticket is about to be printed with the names, telephones and addresses of citizens.</numerusform>
            <numerusform>%n tickets are about to be printed with the names, telephones and addresses of citizens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <comment>paper</comment>
        <translation>
            <numerusform>%1, %n ticket</numerusform>
            <numerusform>%1, %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::TicketText</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <comment>finished after it was due</comment>
        <translation>
            <numerusform>%n working day late</numerusform>
            <numerusform>%n working days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue %n day(s)</source>
        <comment>still open</comment>
        <translation>
            <numerusform>overdue %n working day</numerusform>
            <numerusform>overdue %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <comment>working days until it is due</comment>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue %n minute(s)</source>
        <comment>still open</comment>
        <translation>
            <numerusform>overdue %n minute</numerusform>
            <numerusform>overdue %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <comment>finished after it was due</comment>
        <translation>
            <numerusform>%n minute late</numerusform>
            <numerusform>%n minutes late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue %n hour(s)</source>
        <comment>still open</comment>
        <translation>
            <numerusform>overdue %n hour</numerusform>
            <numerusform>overdue %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) late</source>
        <comment>finished after it was due</comment>
        <translation>
            <numerusform>%n hour late</numerusform>
            <numerusform>%n hours late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::TodayPage</name>
    <message numerus="yes">
        <source>%n day(s) off</source>
        <translation>
            <numerusform>%n day off</numerusform>
            <numerusform>%n days off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::TopicPicker</name>
    <message numerus="yes">
        <source>Without %n topic(s)</source>
        <translation>
            <numerusform>Without %n topic</numerusform>
            <numerusform>Without %n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::UsersSection</name>
    <message numerus="yes">
        <source>%n wrong password(s)</source>
        <translation>
            <numerusform>%n wrong password</numerusform>
            <numerusform>%n wrong passwords</numerusform>
        </translation>
    </message>
</context>
</TS>
