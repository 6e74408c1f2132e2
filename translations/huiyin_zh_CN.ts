<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ArticleList</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>“%1” can&apos;t be read: %2</source>
        <translation>“%1”无法读取：%2</translation>
    </message>
    <message>
        <source>The folder for backups “%1” is not there and can&apos;t be made.</source>
        <translation>备份文件夹“%1”不存在，也无法建立。</translation>
    </message>
    <message>
        <source>Backups</source>
        <comment>name of a folder</comment>
        <translation>备份</translation>
    </message>
    <message>
        <source>Only a verified backup is copied to another medium.</source>
        <translation>只有校验通过的备份才会复制到第二介质。</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t at its place any more: it was moved, deleted or replaced. No backup was made of what stands there. Put it back, or save what is open elsewhere.</source>
        <translation>“%1”已不在原处：可能被移动、删除或替换。未对该处现有的文件做备份。请把原文件放回，或把当前打开的内容另存到别处。</translation>
    </message>
    <message>
        <source>The folder on the second medium is that of the backups themselves. Choose another.</source>
        <translation>第二介质的文件夹就是本机备份所在的文件夹，请另选。</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t hold what was written to it: the medium fails. Take another one.</source>
        <translation>“%1”中的内容与写入的不一致，该介质已不可靠，请更换。</translation>
    </message>
</context>
<context>
    <name>BackupKey</name>
    <message>
        <source>The passphrase needs at least %1 signs: whoever finds the copy can try as often as he likes.</source>
        <translation>口令至少 %1 个字符：捡到备份的人可以无限次猜测。</translation>
    </message>
</context>
<context>
    <name>BestCases</name>
    <message>
        <source>The best cases of %1 are not voted on yet.</source>
        <translation>%1年十佳案例还没有开始投票。</translation>
    </message>
    <message>
        <source>The best cases of %1 are being voted on: the shortlist stands.</source>
        <translation>%1年十佳案例正在投票，候选名单不能再变。</translation>
    </message>
    <message>
        <source>The best cases of %1 are chosen; the result doesn&apos;t change any more.</source>
        <translation>%1年十佳案例已经评定，结果不再变动。</translation>
    </message>
    <message>
        <source>The ticket is merged into another: nominate that one.</source>
        <translation>此工单已并入另一工单，请推荐那一件。</translation>
    </message>
    <message>
        <source>Say why it is one of the year&apos;s best cases.</source>
        <translation>请写明推荐理由。</translation>
    </message>
    <message>
        <source>%1 has nominated this case already.</source>
        <translation>%1已推荐过这一案例。</translation>
    </message>
    <message>
        <source>This nomination is not there any more.</source>
        <translation>这条推荐已不存在。</translation>
    </message>
    <message>
        <source>No case of %1 is nominated yet: there is nothing to vote on.</source>
        <translation>%1年还没有推荐案例，无法投票。</translation>
    </message>
    <message>
        <source>The ticket %1 is not closed any more. Withdraw its nomination first.</source>
        <translation>工单%1已不是办结状态，请先撤回对它的推荐。</translation>
    </message>
    <message numerus="yes">
        <source>You have chosen %n case(s), and may choose 10 at most.</source>
        <translation>
            <numerusform>您选了%n件，最多可选10件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only cases on the shortlist of %1 can be voted for.</source>
        <translation>只能投给%1年候选名单上的案例。</translation>
    </message>
    <message>
        <source>Nobody has voted yet.</source>
        <translation>还没有人投票。</translation>
    </message>
    <message numerus="yes">
        <source>These have equally many votes, and there is room for %n of them: %1. Say which are among the ten.</source>
        <translation>
            <numerusform>以下案例票数相同，其中只能入选%n件：%1。请选定入选的案例。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bulletin</name>
    <message>
        <source>There is no layout “%1”; there are: %2.</source>
        <translation>没有版式“%1”；现有：%2。</translation>
    </message>
    <message>
        <source>The layout “%1” can&apos;t be read: %2.</source>
        <translation>版式“%1”无法读取：%2。</translation>
    </message>
    <message>
        <source>The text of this bulletin is damaged, or was written by a newer program.</source>
        <translation>这一期简报的文本已损坏，或是由更新版本的程序写成的。</translation>
    </message>
    <message>
        <source>This is too much text for one bulletin. Shorten it.</source>
        <translation>一期简报放不下这么多文字，请精简。</translation>
    </message>
    <message>
        <source>Choose the period of the bulletin.</source>
        <translation>请选择简报的时段。</translation>
    </message>
    <message>
        <source>Give the day of issue.</source>
        <translation>请填写印发日期。</translation>
    </message>
    <message>
        <source>Somebody has changed this bulletin since you opened it. Nothing was saved: copy what you have written, open the bulletin again and put it in.</source>
        <translation>您打开后，他人已改动这一期简报。本次未保存：请先复制您写的内容，重新打开简报后再填入。</translation>
    </message>
    <message>
        <source>This bulletin is not there any more.</source>
        <translation>这一期简报已不存在。</translation>
    </message>
    <message>
        <source>This bulletin has been published; it doesn&apos;t change any more.</source>
        <translation>这一期简报已发布，不能再改动。</translation>
    </message>
    <message>
        <source>The name of a rate is of small letters and “_”.</source>
        <translation>比率的代号只能用小写字母和“_”。</translation>
    </message>
    <message>
        <source>“%1” already is the name of something else.</source>
        <translation>“%1”已是其他项目的代号。</translation>
    </message>
    <message>
        <source>“%1” is not a sum or difference of counts.</source>
        <translation>“%1”不是件数相加减的算式。</translation>
    </message>
    <message>
        <source>There is no count “%1”.</source>
        <translation>没有“%1”这项件数。</translation>
    </message>
    <message>
        <source>There is no condition “%1”.</source>
        <translation>没有“%1”这个条件。</translation>
    </message>
    <message>
        <source>A brace has no counterpart in “%1”.</source>
        <translation>“%1”中花括号不成对。</translation>
    </message>
    <message>
        <source>There is no “{%1}” here.</source>
        <translation>此处没有“{%1}”。</translation>
    </message>
    <message>
        <source>“{%1}” needs “%2”, which is not counted here.</source>
        <translation>“{%1}”要用到“%2”，此处没有这项统计。</translation>
    </message>
    <message>
        <source>“{%1}” can&apos;t be printed as “%2”.</source>
        <translation>“{%1}”不能按“%2”的形式印出。</translation>
    </message>
    <message>
        <source>Shares that are balanced have the decimals of their list: “{share}”.</source>
        <translation>占比已作配平，小数位数随列表而定，只能写“{share}”。</translation>
    </message>
    <message>
        <source>“%1” is no figure of a row here.</source>
        <translation>“%1”不是此处各行的统计项。</translation>
    </message>
    <message>
        <source>A section must have one of: %1.</source>
        <translation>一节须含以下之一：%1。</translation>
    </message>
    <message>
        <source>Only a plain table can stand beside another.</source>
        <translation>并排的只能是普通表格。</translation>
    </message>
    <message>
        <source>“%1” must lie between %2 and %3.</source>
        <translation>“%1”应在%2至%3之间。</translation>
    </message>
    <message>
        <source>“%1” must be a list.</source>
        <translation>“%1”应为列表。</translation>
    </message>
    <message>
        <source>“%1” must be an object in braces.</source>
        <translation>“%1”应为花括号括起的一组内容。</translation>
    </message>
    <message>
        <source>“%1” must be a text.</source>
        <translation>“%1”应为文字。</translation>
    </message>
    <message>
        <source>“%1” is “%2”, but must be one of: %3.</source>
        <translation>“%1”写作“%2”，应为以下之一：%3。</translation>
    </message>
    <message>
        <source>“%1” must be a whole number.</source>
        <translation>“%1”应为整数。</translation>
    </message>
    <message>
        <source>“%1” must be true or false.</source>
        <translation>“%1”应为true或false。</translation>
    </message>
    <message>
        <source>“%1” must be a list of texts.</source>
        <translation>“%1”应为若干文字组成的列表。</translation>
    </message>
    <message>
        <source>“%1” means nothing here.</source>
        <translation>此处没有“%1”这一项。</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>缺少“%1”。</translation>
    </message>
    <message>
        <source>Give the layout a name.</source>
        <translation>请为版式命名。</translation>
    </message>
    <message>
        <source>What was to be saved as a layout is none.</source>
        <translation>要保存的内容不是版式。</translation>
    </message>
    <message>
        <source>Somebody has changed this layout since you opened it. Nothing was saved.</source>
        <translation>您打开后，他人已改动这一版式。本次未保存。</translation>
    </message>
    <message>
        <source>The layout could not be saved.</source>
        <translation>版式未能保存。</translation>
    </message>
    <message>
        <source>This layout is not there any more.</source>
        <translation>这一版式已不存在。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) are neither mended nor explained: %1</source>
        <translation>
            <numerusform>有 %n 处核对问题既未改正也未说明：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) may be a citizen&apos;s data and are not decided yet: “%1”.</source>
        <translation>
            <numerusform>有 %n 处可能是个人信息，尚未决定是否遮盖：“%1”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody has changed this bulletin since you opened it. Read it once more before you publish it.</source>
        <translation>您打开后，他人已改动这一期简报。请重新通读后再发布。</translation>
    </message>
    <message>
        <source>Issue %1 of this year has been published already. Give this one another number.</source>
        <translation>本年第 %1 期已经发布。请给这一期另编期号。</translation>
    </message>
    <message>
        <source>The figures have changed since the bulletin was last shown. Take in the new ones and read it once more before you publish it.</source>
        <translation>简报显示之后，数据又有变化。请更新数据并重新通读后再发布。</translation>
    </message>
    <message>
        <source>The bulletin could not be published.</source>
        <translation>简报未能发布。</translation>
    </message>
    <message>
        <source>Grades need a rule: “grade”.</source>
        <translation>分档须有分档办法：“grade”。</translation>
    </message>
    <message>
        <source>This is no JSON: %1.</source>
        <translation>这不是 JSON：%1。</translation>
    </message>
    <message>
        <source>A layout is an object in braces.</source>
        <translation>版式须是花括号里的一个对象。</translation>
    </message>
    <message>
        <source>Somebody has changed this layout since you opened it. It stays.</source>
        <translation>您打开之后，该版式已被他人修改，未予删除。</translation>
    </message>
    <message>
        <source>The number, the date or a name in the head of the bulletin isn&apos;t the one of now. Compose it anew and read it once more before you publish it.</source>
        <translation>简报报头的期号、日期或名称与现在的不一致。请重新生成，核对后再发布。</translation>
    </message>
    <message>
        <source>“{%1}” is of the whole office: the rows of this table don&apos;t have it.</source>
        <translation>“{%1}”是全办的数字，本表各行没有这一项。</translation>
    </message>
</context>
<context>
    <name>CaseBook</name>
    <message>
        <source>The ticket is not in this case file.</source>
        <translation>工单文件中没有这件工单。</translation>
    </message>
    <message>
        <source>The call has no start time.</source>
        <translation>来电没有开始时间。</translation>
    </message>
    <message>
        <source>The call starts in the future. Check this computer&apos;s clock.</source>
        <translation>来电的开始时间晚于现在。请检查本机时钟。</translation>
    </message>
    <message>
        <source>The call ends before it starts.</source>
        <translation>来电的结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>The text holds characters that can&apos;t be stored. Type it again.</source>
        <translation>文字中有无法保存的字符。请重新输入。</translation>
    </message>
    <message numerus="yes">
        <source>The text is too long: at most %n character(s) can be stored.</source>
        <translation>
            <numerusform>文字过长：最多可保存 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the channel that the matter came by.</source>
        <translation>请选择诉求的来源渠道。</translation>
    </message>
    <message>
        <source>An entry that you chose is not in the office&apos;s lists any more. Choose it again.</source>
        <translation>所选的一项已不在本单位的列表中。请重新选择。</translation>
    </message>
    <message>
        <source>The time of receipt lies in the future.</source>
        <translation>受理时间晚于现在。</translation>
    </message>
    <message>
        <source>Give the ticket a title: a few words that say what it is about.</source>
        <translation>请填写工单标题：用几个字说明是什么事。</translation>
    </message>
    <message>
        <source>Write down what the citizen says.</source>
        <translation>请记录群众反映的内容。</translation>
    </message>
    <message>
        <source>The topic “%1” is not open on that day.</source>
        <translation>专题“%1”在当日未启用。</translation>
    </message>
    <message>
        <source>This draft was changed or finished in another place meanwhile. Open it again; what you have typed here stays until then.</source>
        <translation>这份草稿已在别处改动或办完。请重新打开；在此之前，您在这里输入的内容会保留。</translation>
    </message>
    <message>
        <source>Write down what the citizen was told.</source>
        <translation>请记录答复群众的内容。</translation>
    </message>
    <message>
        <source>A call that becomes a ticket is accepted or answered directly.</source>
        <translation>转工单的来电，须受理或直接解答。</translation>
    </message>
    <message>
        <source>Choose the ticket that the caller asks about.</source>
        <translation>请选择来电人询问的工单。</translation>
    </message>
    <message>
        <source>The ticket that the caller asks about is not in this case file.</source>
        <translation>工单文件中没有来电人询问的工单。</translation>
    </message>
    <message>
        <source>Only a draft can be thrown away.</source>
        <translation>只有草稿可以丢弃。</translation>
    </message>
    <message>
        <source>The office needs a name: bulletins print it.</source>
        <translation>请填写单位名称：简报上要印。</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t know the time zone “%1”.</source>
        <translation>本机不认识时区“%1”。</translation>
    </message>
    <message>
        <source>The topic ends before it starts.</source>
        <translation>专题的结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>This entry is not in the list any more.</source>
        <translation>此项已不在列表中。</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名称过长。</translation>
    </message>
    <message>
        <source>A name can&apos;t hold “/”: it parts the levels of a path.</source>
        <translation>名称中不能有“/”：它用来分隔路径的各级。</translation>
    </message>
    <message>
        <source>“%1” is in the list already.</source>
        <translation>“%1”已在列表中。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t lie below itself.</source>
        <translation>“%1”不能是自己的下级。</translation>
    </message>
    <message>
        <source>The entry above is not in the list any more.</source>
        <translation>上级已不在列表中。</translation>
    </message>
    <message>
        <source>“%1” is not among your rights; it takes one of: %2.</source>
        <translation>您没有“%1”的权限，须为以下角色之一：%2。</translation>
    </message>
    <message>
        <source>No department has handled this ticket.</source>
        <translation>没有承办单位办理过此工单。</translation>
    </message>
    <message>
        <source>Nobody was reached, so there is no answer to note down.</source>
        <translation>未接通，不能记录回访结果。</translation>
    </message>
    <message>
        <source>The citizen is not satisfied. Have it redone, or ask the department for a written explanation.</source>
        <translation>反映人不满意。请重办，或要求承办单位一单一报。</translation>
    </message>
    <message>
        <source>Say what is to be done over.</source>
        <translation>请写明重办要求。</translation>
    </message>
    <message>
        <source>Write down what the department explains in writing.</source>
        <translation>请填写承办单位的书面说明。</translation>
    </message>
    <message numerus="yes">
        <source>The citizen has to be called first; after %n try/tries that reach nobody the ticket can be closed.</source>
        <translation>
            <numerusform>须先回访；%n 次均未接通后方可办结。</numerusform>
        </translation>
    </message>
    <message>
        <source>The citizen is not satisfied. Have it redone, or file the department&apos;s written explanation first.</source>
        <translation>反映人不满意。请重办，或先录入承办单位的一单一报。</translation>
    </message>
    <message>
        <source>Choose the tickets that belong to the same matter.</source>
        <translation>请选择属于同一事项的工单。</translation>
    </message>
    <message>
        <source>The ticket to merge into is not in this case file.</source>
        <translation>工单文件中没有要并入的工单。</translation>
    </message>
    <message>
        <source>The ticket %1 can&apos;t take others in: it is void or merged itself.</source>
        <translation>工单 %1 已作废或已并入其他工单，不能再并入工单。</translation>
    </message>
    <message>
        <source>A ticket can&apos;t be merged into itself.</source>
        <translation>工单不能并入自身。</translation>
    </message>
    <message>
        <source>The ticket %1 is not merged into another.</source>
        <translation>工单 %1 没有并入其他工单。</translation>
    </message>
    <message>
        <source>The ticket %1 is merged into another: take it out of the merge instead.</source>
        <translation>工单 %1 已并入其他工单，请改用撤销并单。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are merged into this one. Take them out first.</source>
        <translation>
            <numerusform>有 %n 件工单并入此工单，请先撤销并单。</numerusform>
        </translation>
    </message>
    <message>
        <source>This mark comes with a supervision.</source>
        <translation>此标记随督办产生。</translation>
    </message>
    <message>
        <source>The ticket was changed in another place meanwhile. Open it again; what you have typed here stays until then.</source>
        <translation>此工单已在别处修改。请重新打开；在此之前，您在此输入的内容会保留。</translation>
    </message>
    <message>
        <source>%1 is the lead; it can&apos;t be a co-handler too.</source>
        <translation>%1 是主办单位，不能同时协办。</translation>
    </message>
    <message>
        <source>The due time is over already.</source>
        <translation>办理时限已过。</translation>
    </message>
    <message>
        <source>%1 has this ticket already.</source>
        <translation>%1 已在承办此工单。</translation>
    </message>
    <message>
        <source>Choose a department of the office&apos;s list.</source>
        <translation>请从承办单位名录中选择。</translation>
    </message>
    <message>
        <source>The first contact is noted already.</source>
        <translation>先行联系已记录。</translation>
    </message>
    <message>
        <source>This dispatch has no due time to be extended.</source>
        <translation>此承办没有时限，无从延期。</translation>
    </message>
    <message>
        <source>It has been extended already; the office allows one extension.</source>
        <translation>已延期一次，不能再次延期。</translation>
    </message>
    <message>
        <source>The due time is over: an extension is asked for before.</source>
        <translation>时限已过，延期须在时限之前申请。</translation>
    </message>
    <message>
        <source>The new due time lies behind the one in force.</source>
        <translation>新时限须晚于现时限。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n working day(s) are possible: until %1.</source>
        <translation>
            <numerusform>最多可延期 %n 个工作日，至 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Write down what the department replies.</source>
        <translation>请填写承办单位的反馈内容。</translation>
    </message>
    <message>
        <source>The dispatch is not in this case file.</source>
        <translation>工单文件中没有此承办记录。</translation>
    </message>
    <message>
        <source>“%1” is not possible: with %2 the ticket is “%3”.</source>
        <translation>不能“%1”：工单在%2处为“%3”。</translation>
    </message>
    <message>
        <source>“%1” is not possible: the ticket %2 is “%3”.</source>
        <translation>不能“%1”：工单 %2 为“%3”。</translation>
    </message>
    <message>
        <source>Say why: a ground is needed.</source>
        <translation>请填写理由。</translation>
    </message>
    <message>
        <source>The time lies in the future.</source>
        <translation>时间晚于现在。</translation>
    </message>
    <message>
        <source>The time lies before %1, when what comes before it happened.</source>
        <translation>时间早于上一环节（%1）。</translation>
    </message>
    <message>
        <source>%1 has returned this ticket. Choose another department.</source>
        <translation>%1 已退回此工单，请选择其他单位。</translation>
    </message>
    <message>
        <source>The ticket was changed in another place meanwhile. Open it again.</source>
        <translation>此工单已在别处修改，请重新打开。</translation>
    </message>
    <message>
        <source>A written explanation follows a call with a citizen who is not satisfied. Follow up first.</source>
        <translation>一单一报以回访不满意为前提，请先回访。</translation>
    </message>
    <message>
        <source>The due time has moved meanwhile and lies behind the one that was asked for.</source>
        <translation>时限已另行调整，晚于所申请的时限。</translation>
    </message>
    <message>
        <source>A yellow card is for what has one working day left or is overdue.</source>
        <translation>剩余不超过一个工作日或已逾期的，方可发黄牌。</translation>
    </message>
    <message>
        <source>A red card is for what is overdue.</source>
        <translation>已逾期的，方可发红牌。</translation>
    </message>
    <message>
        <source>None of its departments is where this can be done.</source>
        <translation>没有承办单位处于可执行此操作的环节。</translation>
    </message>
    <message>
        <source>The name is empty: history and papers bear it.</source>
        <translation>姓名为空：办理记录和单据上都要用到。</translation>
    </message>
    <message>
        <source>What is typed to log in is empty.</source>
        <translation>登录名为空。</translation>
    </message>
    <message>
        <source>Choose at least one role: without, nothing can be done.</source>
        <translation>请至少选择一个角色：没有角色什么也做不了。</translation>
    </message>
    <message>
        <source>“%1” logs in by that already.</source>
        <translation>“%1”已使用此登录名。</translation>
    </message>
    <message>
        <source>“%1” is in the list already. Two of one name can&apos;t be told apart.</source>
        <translation>“%1”已在列表中。同名的两人无法区分。</translation>
    </message>
    <message>
        <source>This user is not in the list any more.</source>
        <translation>此用户已不在列表中。</translation>
    </message>
    <message>
        <source>Somebody must remain administrator.</source>
        <translation>必须保留一名系统管理员。</translation>
    </message>
    <message>
        <source>No other administrator has a password: nobody could set up the office any more.</source>
        <translation>其他系统管理员都没有密码：以后将无人能进行设置。</translation>
    </message>
    <message>
        <source>Your own name can&apos;t be changed while you work under it.</source>
        <translation>您正以此姓名工作，不能修改。</translation>
    </message>
    <message>
        <source>An administrator needs a password first: as soon as one person has one, everybody needs one to log in.</source>
        <translation>请先为系统管理员设置密码。系统管理员有了密码，所有人都要凭密码登录。</translation>
    </message>
    <message>
        <source>This account has no password yet. An administrator has to give it one.</source>
        <translation>此账号还没有密码，请系统管理员设置。</translation>
    </message>
    <message>
        <source>That is the password that you have.</source>
        <translation>这就是现在的密码。</translation>
    </message>
    <message>
        <source>Several people work here: without passwords nobody could tell who did what. An office of one can do without.</source>
        <translation>这里有多人工作：没有密码就分不清是谁做的。只有一人的单位可以不用密码。</translation>
    </message>
    <message>
        <source>The office grants no extensions.</source>
        <translation>本单位不予延期。</translation>
    </message>
    <message numerus="yes">
        <source>It has been extended %n time(s); the office allows no more.</source>
        <translation>
            <numerusform>已延期 %n 次，不能再次延期。</numerusform>
        </translation>
    </message>
    <message>
        <source>The due time of %1 has changed meanwhile. Nothing was moved; look at the list again.</source>
        <translation>%1 的时限已有变动，未作任何调整，请重新查看列表。</translation>
    </message>
    <message>
        <source>This is not a day. Write it as 2020-02-09.</source>
        <translation>这不是日期，请按 2020-02-09 的形式填写。</translation>
    </message>
    <message>
        <source>Say what day it is: a name is needed.</source>
        <translation>请填写名称，说明是什么日子。</translation>
    </message>
    <message>
        <source>The office has not set this day itself.</source>
        <translation>这一天不是本单位自行设定的。</translation>
    </message>
    <message>
        <source>The office has to be open at some time of the day.</source>
        <translation>办公时间不能为空。</translation>
    </message>
    <message>
        <source>These are too many spans.</source>
        <translation>时段过多。</translation>
    </message>
    <message>
        <source>A span of the office hours ends after it begins.</source>
        <translation>办公时段的结束时间须晚于开始时间。</translation>
    </message>
    <message>
        <source>The spans follow one another and don&apos;t overlap.</source>
        <translation>各时段须先后排列，不得重叠。</translation>
    </message>
    <message>
        <source>The notice doesn&apos;t say which year it is for.</source>
        <translation>通知没有写明是哪一年。</translation>
    </message>
    <message>
        <source>There are no days in the notice.</source>
        <translation>通知中没有日期。</translation>
    </message>
    <message>
        <source>The day %1 can&apos;t be stored with the notice of %2.</source>
        <translation>%1 不能随 %2 年的通知保存。</translation>
    </message>
    <message>
        <source>A limit is a number from 1 to 999, of hours up to 9999.</source>
        <translation>时限须为 1 至 999，按小时计的可至 9999。</translation>
    </message>
    <message>
        <source>The rule ends before it starts.</source>
        <translation>规则的终止日早于起始日。</translation>
    </message>
    <message>
        <source>Choose a request type of the office&apos;s list.</source>
        <translation>请选择本单位列表中的诉求类型。</translation>
    </message>
    <message>
        <source>Choose a channel of the office&apos;s list.</source>
        <translation>请选择本单位列表中的来源渠道。</translation>
    </message>
    <message>
        <source>“%1” is for the same tickets on the same days. Let it end before, or change the days.</source>
        <translation>“%1”在相同日期适用于同样的工单。请先让它终止，或改动日期。</translation>
    </message>
    <message>
        <source>A dispatch can be extended from 0 to 9 times.</source>
        <translation>延期次数须为 0 至 9 次。</translation>
    </message>
    <message>
        <source>An extension has from 1 to 99 working days.</source>
        <translation>每次延期须为 1 至 99 个工作日。</translation>
    </message>
    <message>
        <source>There are from 1 to 9 tries of a follow-up.</source>
        <translation>回访次数须为 1 至 9 次。</translation>
    </message>
    <message>
        <source>Its time is suspended. Let it run again before it is extended.</source>
        <translation>该承办正在暂停计时，请先恢复计时再申请延期。</translation>
    </message>
    <message>
        <source>The screen is locked after 1 to %1 minutes.</source>
        <translation>锁屏时间为 1 至 %1 分钟。</translation>
    </message>
    <message>
        <source>The source of the notice is too long.</source>
        <translation>通知的来源过长。</translation>
    </message>
    <message>
        <source>A suspension is of 0 to 999 working days.</source>
        <translation>暂停计时为 0 至 999 个工作日。</translation>
    </message>
    <message>
        <source>Its time is suspended already, until %1.</source>
        <translation>该承办已在暂停计时，至 %1。</translation>
    </message>
    <message>
        <source>This dispatch has no due time that could stand still.</source>
        <translation>该承办没有时限，无须暂停计时。</translation>
    </message>
    <message>
        <source>The deadline rule “%1” allows no suspension.</source>
        <translation>时限规则“%1”不允许暂停计时。</translation>
    </message>
    <message>
        <source>No deadline rule applies that allows a suspension.</source>
        <translation>没有适用的、允许暂停计时的时限规则。</translation>
    </message>
    <message>
        <source>The due time is over: its time is suspended before.</source>
        <translation>已超过时限：暂停计时须在到期之前。</translation>
    </message>
    <message>
        <source>The last day of the suspension is today or later.</source>
        <translation>暂停计时的最后一日不得早于今日。</translation>
    </message>
    <message numerus="yes">
        <source>The deadline rule allows %n working day(s) of suspension.</source>
        <translation>
            <numerusform>时限规则允许暂停 %n 个工作日。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The deadline rule allows %n more working day(s) of suspension.</source>
        <translation>
            <numerusform>按时限规则，还可暂停 %n 个工作日。</numerusform>
        </translation>
    </message>
    <message>
        <source>The calendar has no working day that far ahead.</source>
        <translation>工作日历没有那么远的工作日。</translation>
    </message>
    <message>
        <source>Its time is not suspended.</source>
        <translation>该承办没有暂停计时。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”是空文件。</translation>
    </message>
    <message>
        <source>“%1” is too large: it has %2, and an attachment at most %3 MB.</source>
        <translation>“%1”太大：%2，单个附件不超过 %3 MB。</translation>
    </message>
    <message>
        <source>“%1” is here already, as “%2”.</source>
        <translation>“%1”与已有附件“%2”内容相同，不再重复存放。</translation>
    </message>
    <message>
        <source>“%1” has no room any more: the attachments of the ticket have %2, this one has %3, and %4 MB are the limit.</source>
        <translation>“%1”放不下了：本工单已有附件 %2，这个附件 %3，合计不超过 %4 MB。</translation>
    </message>
    <message>
        <source>The attachment is not in this case file.</source>
        <translation>工单文件里没有这个附件。</translation>
    </message>
    <message>
        <source>“%1” was removed already.</source>
        <translation>“%1”已经移除。</translation>
    </message>
    <message>
        <source>“%1” was removed and is not shown any more.</source>
        <translation>“%1”已移除，不再提供查看。</translation>
    </message>
    <message>
        <source>Write down the question as citizens ask it.</source>
        <translation>请写下问题，用群众的问法。</translation>
    </message>
    <message>
        <source>Write down the answer that citizens are given.</source>
        <translation>请写下给群众的答案。</translation>
    </message>
    <message>
        <source>The article is not in the knowledge base of this case file.</source>
        <translation>本工单文件的知识库里没有这条知识。</translation>
    </message>
    <message>
        <source>Somebody has changed this article since you opened it. Nothing was saved: copy what you have written, open the article again and put it in.</source>
        <translation>您打开之后，别人修改过这条知识。没有保存：请复制您写的内容，重新打开这条知识后再填入。</translation>
    </message>
    <message>
        <source>There is an article with this question already. Change that one; if it is retired, restore it.</source>
        <translation>已有相同问题的知识。请修改那一条；如已停用，请先恢复。</translation>
    </message>
    <message>
        <source>The article is retired already.</source>
        <translation>这条知识已经停用。</translation>
    </message>
    <message>
        <source>The article is not retired.</source>
        <translation>这条知识没有停用。</translation>
    </message>
    <message>
        <source>An attachment has at most from 1 to 100 MB.</source>
        <translation>单个附件的上限为 1 至 100 MB。</translation>
    </message>
    <message>
        <source>All attachments of a ticket together have at least the room of one, and at most 2000 MB.</source>
        <translation>一件工单附件合计的上限不小于单个附件的上限，不超过 2000 MB。</translation>
    </message>
    <message>
        <source>A newer program has saved this view, with conditions that this one doesn&apos;t know. Bring this program up to date, or save the view anew.</source>
        <translation>此视图由新版程序保存，含有本程序不认识的条件。请升级本程序，或重新保存视图。</translation>
    </message>
    <message>
        <source>This list names too many tickets one by one to be kept as a view.</source>
        <translation>此列表逐件列出的工单过多，不能保存为视图。</translation>
    </message>
    <message>
        <source>This view is not there any more.</source>
        <translation>此视图已不存在。</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>请填写视图名称。</translation>
    </message>
    <message>
        <source>Somebody has changed this view since you opened it. Choose it again, or save yours under another name.</source>
        <translation>您打开后，已有他人修改此视图。请重新选择，或以其他名称保存。</translation>
    </message>
    <message>
        <source>There is a view called “%1” already.</source>
        <translation>已有名为“%1”的视图。</translation>
    </message>
    <message>
        <source>Nothing was done. Put the clock right, or have a supervisor or an administrator confirm it; what is typed stays.</source>
        <translation>未作任何办理。请校正时钟，或由主任、系统管理员确认时钟无误；已填写的内容保留。</translation>
    </message>
    <message>
        <source>The clock agrees with the records of the case file; there is nothing to confirm.</source>
        <translation>本机时钟与工单文件记录一致，无需确认。</translation>
    </message>
    <message>
        <source>This is no key for backups.</source>
        <translation>这不是备份密钥。</translation>
    </message>
    <message>
        <source>%1 has nothing in hand.</source>
        <translation>%1没有在办的工单。</translation>
    </message>
    <message>
        <source>The row doesn&apos;t belong to a sheet of this case file.</source>
        <translation>此行不属于本工单文件的任何交换表。</translation>
    </message>
    <message>
        <source>This draft was begun while the computer&apos;s clock was wrong, and has its time of receipt: %1. Enter when the matter came in.</source>
        <translation>这份暂存是在本机时钟有误时开始的，受理时间取自当时的时钟：%1。请填写来件的实际时间。</translation>
    </message>
    <message>
        <source>An auditor works here: only the auditor can accept that the records of this file are others than before.</source>
        <translation>本单位设有审计员：文件记录与此前不一致的，只能由审计员接受现状。</translation>
    </message>
    <message>
        <source>This is too much text to be kept until it is saved. Save it, or shorten it.</source>
        <translation>文字过长，无法自动保存。请先保存，或缩短后再写。</translation>
    </message>
</context>
<context>
    <name>CaseSuggestions</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>超期%n天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>done %n day(s) late</source>
        <translation>
            <numerusform>超期%n天办结</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n departments together</source>
        <translation>
            <numerusform>%n个单位共办</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one matter told %n times, by %1</source>
        <translation>
            <numerusform>同一事项反映%n次、%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>telephone numbers</comment>
        <translation>
            <numerusform>%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>satisfaction and what the citizen said</comment>
        <translation>回访%1：%2</translation>
    </message>
    <message>
        <source>A suggestion</source>
        <translation>建议类</translation>
    </message>
</context>
<context>
    <name>ChainText</name>
    <message>
        <source>All records were gone through, in %3 s: %1 events of the history and %2 access records are as they were written.</source>
        <translation>已逐条核验全部记录，用时%3秒：办理记录%1条、查阅记录%2条，均与写入时一致。</translation>
    </message>
    <message>
        <source>All records were last gone through on %1, in %4 s: %2 events of the history and %3 access records are as they were written.</source>
        <translation>最近一次逐条核验为%1，用时%4秒：办理记录%2条、查阅记录%3条，均与写入时一致。</translation>
    </message>
    <message>
        <source>Record number %1 of the history is not as it was written, or records before it were taken out.</source>
        <translation>第%1条办理记录与写入时不一致，或其前面的记录被删去。</translation>
    </message>
    <message>
        <source>Access record number %1 is not as it was written, or records before it were taken out.</source>
        <translation>第%1条查阅记录与写入时不一致，或其前面的记录被删去。</translation>
    </message>
    <message>
        <source>Keep this file as it is and tell the auditor; an older copy shows what was there.</source>
        <translation>请保留本文件原样并告知审计员，可与较早的备份比对。</translation>
    </message>
    <message>
        <source>Keep this file as it is, and compare it with an older backup: that shows what was there.</source>
        <translation>请保留本文件原样，并与较早的备份比对，查明原来的内容。</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>(nothing in this period)</source>
        <translation>（本期没有数据）</translation>
    </message>
</context>
<context>
    <name>ClockDoubt</name>
    <message>
        <source>This computer&apos;s clock says %1.</source>
        <translation>本机时钟为 %1。</translation>
    </message>
    <message>
        <source>The newest record of the case file is of %1: ticket %2, by %3.</source>
        <translation>工单文件中最新的记录是 %1 的：工单 %2，经办人%3。</translation>
    </message>
    <message>
        <source>The newest record of the case file is of %1, by %2.</source>
        <translation>工单文件中最新的记录是 %1 的，经办人%2。</translation>
    </message>
    <message>
        <source>The newest record of the case file is of %1.</source>
        <translation>工单文件中最新的记录是 %1 的。</translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>calendar days</source>
        <translation>个自然日</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>个工作日</translation>
    </message>
    <message>
        <source>from the day of receipt</source>
        <translation>当日起算</translation>
    </message>
    <message>
        <source>from the day after receipt</source>
        <translation>次日起算</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>呼入</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>呼出</translation>
    </message>
    <message>
        <source>Answered in the call</source>
        <translation>直接解答</translation>
    </message>
    <message>
        <source>Became a ticket</source>
        <translation>转工单</translation>
    </message>
    <message>
        <source>Repeat of a ticket</source>
        <translation>重复来电</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>转接</translation>
    </message>
    <message>
        <source>Nuisance or silent</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>Co-handler</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>实际解决</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>解释说明</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝办理</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Basically satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>To follow up</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Answered directly</source>
        <translation>直接解答</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>并单</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>市民</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Hidden from the department</source>
        <translation>对承办单位保密</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>急</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>特急</translation>
    </message>
    <message>
        <source>Difficult case</source>
        <translation>疑难</translation>
    </message>
    <message>
        <source>Leader&apos;s instruction</source>
        <translation>批示</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Excluded from assessment</source>
        <translation>不计考核</translation>
    </message>
    <message>
        <source>Outstanding problem</source>
        <translation>突出问题</translation>
    </message>
    <message>
        <source>Opinion or suggestion</source>
        <translation>意见建议</translation>
    </message>
    <message>
        <source>Model case</source>
        <translation>优秀办件</translation>
    </message>
    <message>
        <source>Not signed for</source>
        <translation>待签收</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Return asked</source>
        <translation>退单申请</translation>
    </message>
    <message>
        <source>Extension asked</source>
        <translation>延期申请</translation>
    </message>
    <message>
        <source>Reply to review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Written explanation</source>
        <translation>一单一报</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Yellow card</source>
        <translation>黄牌</translation>
    </message>
    <message>
        <source>Red card</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>话务员</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>派单员</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>回访员</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>统计员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主任</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>Other file</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Text file</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Office document</source>
        <translation>办公文档</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Archive file</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>Dangerous file</source>
        <translation>危险文件</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近7天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派单</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>待签收</translation>
    </message>
    <message>
        <source>Returns asked</source>
        <translation>退单申请</translation>
    </message>
    <message>
        <source>Extensions asked</source>
        <translation>延期申请</translation>
    </message>
    <message>
        <source>Replies to review</source>
        <translation>待审核回复</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>Yellow · 1 day left</source>
        <translation>黄灯 · 剩1个工作日</translation>
    </message>
    <message>
        <source>Red · overdue</source>
        <translation>红灯 · 已超期</translation>
    </message>
    <message>
        <source>Dispatch sheets for the departments</source>
        <translation>承办单（发承办单位）</translation>
    </message>
    <message>
        <source>Notices of reminders, supervision and cards</source>
        <translation>催办、督办及黄红牌通知单（发承办单位）</translation>
    </message>
    <message>
        <source>Rulings on returns and extensions</source>
        <translation>退单、延期审批单</translation>
    </message>
    <message>
        <source>Follow-ups as they were noted</source>
        <translation>回访单（已登记）</translation>
    </message>
    <message>
        <source>Follow-up forms to fill in</source>
        <translation>回访单（空白，上门或信函用）</translation>
    </message>
    <message>
        <source>Written explanations of the departments</source>
        <translation>一单一报</translation>
    </message>
    <message>
        <source>Whole tickets with their history</source>
        <translation>办理单（工单全部内容及办理记录）</translation>
    </message>
    <message>
        <source>The list as it stands</source>
        <translation>当前列表</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计不符</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>收支不平</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Impossible percentage</source>
        <translation>算不出的百分比</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Comparison word</source>
        <translation>同比环比</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>空缺</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Citizen&apos;s data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Number plate</source>
        <translation>车牌号</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Counted otherwise</source>
        <translation>与数据不符</translation>
    </message>
    <message>
        <source>Arrangement</source>
        <translation>编排</translation>
    </message>
    <message>
        <source>In draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Cases are being nominated</source>
        <translation>推荐中</translation>
    </message>
    <message>
        <source>The vote is on</source>
        <translation>投票中</translation>
    </message>
    <message>
        <source>The result is fixed</source>
        <translation>已评定</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Register the call</source>
        <translation>登记来电</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Answer directly</source>
        <translation>直接解答</translation>
    </message>
    <message>
        <source>Not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>并单</translation>
    </message>
    <message>
        <source>Take out of the merge</source>
        <translation>撤销并单</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Add co-handlers</source>
        <translation>增加协办</translation>
    </message>
    <message>
        <source>Sign for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Note the first contact</source>
        <translation>记录先行联系</translation>
    </message>
    <message>
        <source>Ask for return</source>
        <translation>申请退单</translation>
    </message>
    <message>
        <source>Grant the return</source>
        <translation>同意退单</translation>
    </message>
    <message>
        <source>Refuse the return</source>
        <translation>不同意退单</translation>
    </message>
    <message>
        <source>Ask for extension</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Grant the extension</source>
        <translation>同意延期</translation>
    </message>
    <message>
        <source>Refuse the extension</source>
        <translation>不同意延期</translation>
    </message>
    <message>
        <source>Enter the reply</source>
        <translation>录入反馈</translation>
    </message>
    <message>
        <source>Accept the reply</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Send the reply back</source>
        <translation>审核退回</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Supervise</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Give a yellow card</source>
        <translation>发黄牌</translation>
    </message>
    <message>
        <source>Give a red card</source>
        <translation>发红牌</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Have it redone</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>File the written explanation</source>
        <translation>录入一单一报</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Make void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Change the urgency</source>
        <translation>更改紧急程度</translation>
    </message>
    <message>
        <source>Mark as difficult</source>
        <translation>标记疑难</translation>
    </message>
    <message>
        <source>Mark a leader&apos;s instruction</source>
        <translation>标记批示</translation>
    </message>
    <message>
        <source>Exclude from assessment</source>
        <translation>不计考核</translation>
    </message>
    <message>
        <source>Pick for the bulletin</source>
        <translation>选登简报</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Show the citizen&apos;s data</source>
        <translation>查看反映人信息</translation>
    </message>
    <message>
        <source>Change the set-up</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>Manage users</source>
        <translation>管理用户</translation>
    </message>
    <message>
        <source>Read the case file</source>
        <translation>查阅工单文件</translation>
    </message>
    <message>
        <source>Export tables</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Import tables</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Compose a bulletin</source>
        <translation>编制简报</translation>
    </message>
    <message>
        <source>Move due times</source>
        <translation>调整时限</translation>
    </message>
    <message>
        <source>Suspend the time</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Let the time run again</source>
        <translation>恢复计时</translation>
    </message>
    <message>
        <source>Back up a copy</source>
        <translation>备份副本</translation>
    </message>
    <message>
        <source>Add an attachment</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Remove the attachment</source>
        <translation>移除附件</translation>
    </message>
    <message>
        <source>Keep the knowledge base</source>
        <translation>维护知识库</translation>
    </message>
    <message>
        <source>Save a view of a list</source>
        <translation>保存列表视图</translation>
    </message>
    <message>
        <source>Save a view for the whole office</source>
        <translation>保存全办公用视图</translation>
    </message>
    <message>
        <source>Confirm the clock</source>
        <translation>确认时钟</translation>
    </message>
    <message>
        <source>Accept another end of the history</source>
        <translation>认可办理记录变动</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Give out a department&apos;s sheet</source>
        <translation>制发交换表</translation>
    </message>
    <message>
        <source>Take in a department&apos;s sheet</source>
        <translation>录入交换表</translation>
    </message>
    <message>
        <source>Publish a bulletin</source>
        <translation>发布简报</translation>
    </message>
    <message>
        <source>Nominate for the ten best cases</source>
        <translation>推荐为十佳案例</translation>
    </message>
    <message>
        <source>Vote for the ten best cases</source>
        <translation>投票评选十佳案例</translation>
    </message>
    <message>
        <source>Hold the ballot on the ten best cases</source>
        <translation>主持十佳案例投票</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Writes the bulletin of a period.</source>
        <translation>生成一个期间的简报。</translation>
    </message>
    <message>
        <source>The case file.</source>
        <translation>工单文件。</translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation>以下之一：%1。</translation>
    </message>
    <message>
        <source>The issue&apos;s number in its year: 第N期.</source>
        <translation>本年期号：第N期。</translation>
    </message>
    <message>
        <source>The issue&apos;s running number: 总第M期.</source>
        <translation>总期号：总第M期。</translation>
    </message>
    <message>
        <source>Overwrites a file that exists.</source>
        <translation>覆盖已有的文件。</translation>
    </message>
    <message>
        <source>Give --layout.</source>
        <translation>请给出 --layout。</translation>
    </message>
    <message>
        <source>There is no layout “%1”; there are: %2.</source>
        <translation>没有版式“%1”；现有：%2。</translation>
    </message>
    <message>
        <source>Give -o OUT.</source>
        <translation>请给出 -o OUT。</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>The period: a month, 2020-02.</source>
        <translation>期间：月度，如 2020-02。</translation>
    </message>
    <message>
        <source>The period: a quarter, 2016Q3.</source>
        <translation>期间：季度，如 2016Q3。</translation>
    </message>
    <message>
        <source>The period: a year, 2021.</source>
        <translation>期间：年度，如 2021。</translation>
    </message>
    <message>
        <source>The period&apos;s first day.</source>
        <translation>期间的第一天。</translation>
    </message>
    <message>
        <source>The period&apos;s last day, included.</source>
        <translation>期间的最后一天（含当日）。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>多了一个参数“%1”。</translation>
    </message>
    <message>
        <source>--%1 takes one of: %2.</source>
        <translation>--%1 只能取以下之一：%2。</translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3.</source>
        <translation>--%1 须为 %2 至 %3 的数字。</translation>
    </message>
    <message>
        <source>--%1: “%2” is not a day (YYYY-MM-DD).</source>
        <translation>--%1：“%2”不是日期（YYYY-MM-DD）。</translation>
    </message>
    <message>
        <source>Give one period: --month, --quarter, --year, or --from with --to.</source>
        <translation>只能给出一个期间：--month、--quarter、--year，或 --from 加 --to。</translation>
    </message>
    <message>
        <source>--from and --to go together.</source>
        <translation>--from 和 --to 须同时给出。</translation>
    </message>
    <message>
        <source>The period ends before it starts.</source>
        <translation>期间的结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>There is no such period.</source>
        <translation>没有这样的期间。</translation>
    </message>
    <message>
        <source>Give a period: --month, --quarter, --year, or --from with --to.</source>
        <translation>请给出期间：--month、--quarter、--year，或 --from 加 --to。</translation>
    </message>
    <message>
        <source>What happened at or after this time has not happened; a bare date includes its day.</source>
        <translation>截止时间：此时及以后发生的不计；只写日期的，当日计入。</translation>
    </message>
    <message>
        <source>Carves a topic out of the category shares; may be given several times.</source>
        <translation>从类别占比中剔除一个专题；可多次使用。</translation>
    </message>
    <message>
        <source>--cut-off: “%1” is not a time.</source>
        <translation>--cut-off：“%1”不是时间。</translation>
    </message>
    <message>
        <source>There is no topic “%1” in this case file.</source>
        <translation>工单文件中没有专题“%1”。</translation>
    </message>
    <message>
        <source>There is no %1 “%2” in this case file.</source>
        <translation>工单文件中没有%1“%2”。</translation>
    </message>
    <message>
        <source>Tells the due time under the file&apos;s calendar and rules, and the rule that gives it.</source>
        <translation>按工单文件的工作日历和时限规则算出截止时间，并说明所用的规则。</translation>
    </message>
    <message>
        <source>When the matter was received.</source>
        <translation>受理时间。</translation>
    </message>
    <message>
        <source>A limit of its own: 5wd working days, 24h hours, 7d calendar days.</source>
        <translation>自定时限：5wd 为工作日，24h 为小时，7d 为自然日。</translation>
    </message>
    <message>
        <source>The request type.</source>
        <translation>诉求类型。</translation>
    </message>
    <message>
        <source>normal, urgent or critical.</source>
        <translation>normal（一般）、urgent（急）或 critical（特急）。</translation>
    </message>
    <message>
        <source>The channel.</source>
        <translation>来源渠道。</translation>
    </message>
    <message>
        <source>text or json.</source>
        <translation>text 或 json。</translation>
    </message>
    <message>
        <source>Give --received.</source>
        <translation>请给出 --received。</translation>
    </message>
    <message>
        <source>--received: “%1” is not a time.</source>
        <translation>--received：“%1”不是时间。</translation>
    </message>
    <message>
        <source>--limit takes 5wd, 24h or 7d.</source>
        <translation>--limit 须写作 5wd、24h 或 7d。</translation>
    </message>
    <message>
        <source>--urgency takes normal, urgent or critical.</source>
        <translation>--urgency 只能取 normal、urgent 或 critical。</translation>
    </message>
    <message>
        <source>request type</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>No deadline rule of this case file applies.</source>
        <translation>工单文件中没有适用的时限规则。</translation>
    </message>
    <message>
        <source>Provisional: the holidays of a year in between are not known.</source>
        <translation>暂定：其间某一年的放假安排未知。</translation>
    </message>
    <message>
        <source>Adds names that are not in the office&apos;s lists yet.</source>
        <translation>把本单位列表中还没有的名称加入列表。</translation>
    </message>
    <message>
        <source>Replaces rows whose key exists already.</source>
        <translation>替换关键字已存在的行。</translation>
    </message>
    <message>
        <source>Only reports; nothing is stored.</source>
        <translation>只报告，不保存。</translation>
    </message>
    <message>
        <source>%1: %2 added, %3 replaced, %4 the same</source>
        <translation>%1：新增 %2，替换 %3，相同 %4</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s). Nothing was stored.</source>
        <translation>
            <numerusform>%n 处错误。未保存任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Makes a new case file, with the default request types, calendar and deadline rules.</source>
        <translation>新建工单文件，带有默认的诉求类型、工作日历和时限规则。</translation>
    </message>
    <message>
        <source>The case file to make; nothing may stand there.</source>
        <translation>要新建的工单文件；该处不能已有文件。</translation>
    </message>
    <message>
        <source>The office&apos;s name, as bulletins print it.</source>
        <translation>单位名称，按简报上印的写。</translation>
    </message>
    <message>
        <source>Fills it with a sample office: %1.</source>
        <translation>填入一个示例单位的数据：%1。</translation>
    </message>
    <message>
        <source>A sample office has its own name: leave out --office.</source>
        <translation>示例单位有自己的名称，请去掉 --office。</translation>
    </message>
    <message>
        <source>There is no sample office “%1”; there are: %2.</source>
        <translation>没有示例单位“%1”；现有：%2。</translation>
    </message>
    <message>
        <source>The office&apos;s name is empty.</source>
        <translation>单位名称为空。</translation>
    </message>
    <message>
        <source>Builds the search index anew.</source>
        <translation>重建搜索索引。</translation>
    </message>
    <message>
        <source>Sets kept counters to what a recount gives.</source>
        <translation>把留存的计数改为重新清点的结果。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Makes a consistent, verified copy of a case file while others work with it.</source>
        <translation>在他人工作的同时，生成一份完整一致、经过校验的工单文件副本。</translation>
    </message>
    <message>
        <source>The copy.</source>
        <translation>副本。</translation>
    </message>
    <message>
        <source>Makes a large, realistic case file for trials, the same one for the same options.</source>
        <translation>生成一个接近实际的大型工单文件供试用；选项相同，文件也相同。</translation>
    </message>
    <message>
        <source>How many tickets.</source>
        <translation>工单数量。</translation>
    </message>
    <message>
        <source>Over how many years (5).</source>
        <translation>跨多少年（默认 5）。</translation>
    </message>
    <message>
        <source>Another number gives another file (1).</source>
        <translation>数字不同，生成的文件也不同（默认 1）。</translation>
    </message>
    <message>
        <source>Give --tickets.</source>
        <translation>请给出 --tickets。</translation>
    </message>
    <message>
        <source>Finds tickets whose texts hold all the words, newest first. “-word” leaves out, &quot;a phrase&quot; stays together.</source>
        <translation>查找含有全部词语的工单，新的在前。“-词”表示不含，&quot;短语&quot; 表示连在一起。</translation>
    </message>
    <message>
        <source>The words.</source>
        <translation>要找的词语。</translation>
    </message>
    <message>
        <source>Received on or after this day.</source>
        <translation>受理日期不早于此日。</translation>
    </message>
    <message>
        <source>Received on or before this day.</source>
        <translation>受理日期不晚于此日。</translation>
    </message>
    <message>
        <source>One of: draft accepted in_progress to_review to_follow_up closed archived void.</source>
        <translation>以下之一：draft accepted in_progress to_review to_follow_up closed archived void。</translation>
    </message>
    <message>
        <source>Dispatched to this department.</source>
        <translation>派给此承办单位的。</translation>
    </message>
    <message>
        <source>At most so many (100).</source>
        <translation>最多列出多少件（默认 100）。</translation>
    </message>
    <message>
        <source>text, json or csv.</source>
        <translation>text、json 或 csv。</translation>
    </message>
    <message>
        <source>There is no state “%1”.</source>
        <translation>没有状态“%1”。</translation>
    </message>
    <message>
        <source>There is no department “%1” in this case file.</source>
        <translation>工单文件中没有承办单位“%1”。</translation>
    </message>
    <message>
        <source>There are more; --limit shows them.</source>
        <translation>还有更多；可用 --limit 列出。</translation>
    </message>
    <message>
        <source>makes a new case file, empty or with a sample office</source>
        <translation>新建工单文件，空的或带示例单位</translation>
    </message>
    <message>
        <source>prints the figures of a period</source>
        <translation>列出一个期间的数据</translation>
    </message>
    <message>
        <source>writes the bulletin of a period</source>
        <translation>生成一个期间的简报</translation>
    </message>
    <message>
        <source>finds tickets by words</source>
        <translation>按词语查找工单</translation>
    </message>
    <message>
        <source>tells a due time and the rule that gives it</source>
        <translation>算出截止时间并说明所用的规则</translation>
    </message>
    <message>
        <source>goes through a case file and reports what is wrong</source>
        <translation>检查工单文件并列出问题</translation>
    </message>
    <message>
        <source>makes a verified copy while others work</source>
        <translation>在他人工作的同时生成经过校验的副本</translation>
    </message>
    <message>
        <source>makes a large case file for trials</source>
        <translation>生成大型工单文件供试用</translation>
    </message>
    <message>
        <source>Usage: huiyin-cli COMMAND [arguments]
The case book of a hotline office, without a window.

Commands:
</source>
        <translation>用法：huiyin-cli 命令 [参数]
热线办公室的工单簿，不带窗口。

命令：
</translation>
    </message>
    <message>
        <source>
“huiyin-cli COMMAND --help” tells a command&apos;s options. A period is one of --month 2020-02,
--quarter 2016Q3, --year 2021, or --from 2020-02-09 --to 2020-02-29.
</source>
        <translation>
“huiyin-cli 命令 --help”显示该命令的选项。期间写作 --month 2020-02、
--quarter 2016Q3、--year 2021，或 --from 2020-02-09 --to 2020-02-29。
</translation>
    </message>
    <message>
        <source>Which command? See huiyin-cli --help.</source>
        <translation>要执行哪个命令？见 huiyin-cli --help。</translation>
    </message>
    <message>
        <source>There is no command “%1”. See huiyin-cli --help.</source>
        <translation>没有命令“%1”。见 huiyin-cli --help。</translation>
    </message>
    <message>
        <source>Prints the figures of a period.</source>
        <translation>列出一个期间的数据。</translation>
    </message>
    <message>
        <source>Decimals of percentages, 0 to 2 (1).</source>
        <translation>百分数的小数位数，0 至 2（默认 1）。</translation>
    </message>
    <message>
        <source>Prints 6% for 6.0%.</source>
        <translation>6.0% 写作 6%。</translation>
    </message>
    <message>
        <source>--running goes with --issue.</source>
        <translation>--running 须与 --issue 同时给出。</translation>
    </message>
    <message>
        <source>The output could not be written to its end.</source>
        <translation>输出未能全部写出。</translation>
    </message>
    <message>
        <source>An option is given twice.</source>
        <translation>有选项给出了两次。</translation>
    </message>
    <message>
        <source>%1: %2 would be added, %3 replaced, %4 are the same</source>
        <translation>%1：将新增 %2，替换 %3，相同 %4</translation>
    </message>
    <message>
        <source>The office&apos;s name holds characters that can&apos;t be stored.</source>
        <translation>单位名称中有无法保存的字符。</translation>
    </message>
    <message>
        <source>The copy is faithful, but the case file has faults: run “check” on it.</source>
        <translation>副本与原文件一致，但工单文件本身有问题：请用 check 检查。</translation>
    </message>
    <message>
        <source>The search index was built anew.</source>
        <translation>检索索引已重建。</translation>
    </message>
    <message numerus="yes">
        <source>%n kept value(s) repaired.</source>
        <translation>
            <numerusform>已修复 %n 项预存数值。</numerusform>
        </translation>
    </message>
    <message>
        <source>No hot spots.</source>
        <translation>没有热点。</translation>
    </message>
    <message>
        <source>Suggests what a bulletin may write about: subjects that grew in an area, and places where several tell of one matter.</source>
        <translation>提示简报可写的内容：某区域增长的诉求类别，以及多人反映同一事项的地点。</translation>
    </message>
    <message>
        <source>suggests what grew and where, for the bulletin</source>
        <translation>为简报提示增长的诉求和地点</translation>
    </message>
    <message>
        <source>Who asks, where accounts have passwords; the password is read from standard input.</source>
        <translation>账号设有密码时，由谁查询；密码从标准输入读取。</translation>
    </message>
    <message>
        <source>The accounts of this case file have passwords. Give --user NAME, and the password on standard input.</source>
        <translation>此工单文件的账号设有密码。请用 --user 指定用户，并从标准输入给出密码。</translation>
    </message>
    <message>
        <source>This password was given by somebody else: log in once in the window and choose your own.</source>
        <translation>此密码由他人设置：请先在窗口中登录一次并改成自己的密码。</translation>
    </message>
    <message>
        <source>The calendar has no working day that far ahead.</source>
        <translation>工作日历没有那么远的工作日。</translation>
    </message>
    <message>
        <source>Goes through a case file: structure, references, states, merges, the chain of the history, number givers, search index, kept figures, attachments. Exit 0: all is well; 1: findings; 3: it can&apos;t be read.</source>
        <translation>检查工单文件：结构、引用关系、状态、并单、办理记录链、编号计数、检索索引、预存统计、附件。退出码 0：正常；1：发现问题；3：无法读取。</translation>
    </message>
    <message>
        <source>“%1” has no seals that this password opens.</source>
        <translation>“%1”没有可用该密码核验的封存。</translation>
    </message>
    <message>
        <source>What was sealed is not as it was: records were changed or taken out, and the chain was made anew.</source>
        <translation>封存的记录已非原样：记录曾被改动或删去，校验链曾被重做。</translation>
    </message>
    <message>
        <source>The auditor whose seals are tried; the password is read from standard input.</source>
        <translation>核验哪位审计员的封存；密码从标准输入读取。</translation>
    </message>
    <message>
        <source>Three or more work in this office: supervisor, administrator and auditor should be three persons. Still to be parted: %1.</source>
        <translation>本单位在岗三人以上，主任、系统管理员、审计员应由三人分任。尚需分开的用户：%1。</translation>
    </message>
    <message>
        <source>Give --reason TEXT.</source>
        <translation>请用 --reason 写明事由。</translation>
    </message>
    <message>
        <source>Give --second NAME, and that password on the second line.</source>
        <translation>请用 --second 指明同意人，其密码写在第二行。</translation>
    </message>
    <message>
        <source>What citizens&apos; data are needed for, where accounts have passwords.</source>
        <translation>账户设有密码时，写明使用群众信息的事由。</translation>
    </message>
    <message>
        <source>Who else agrees, where several have passwords; that password is the second line of standard input.</source>
        <translation>多人设有密码时，指明同意的另一人；其密码为标准输入的第二行。</translation>
    </message>
    <message>
        <source>Takes in tables, CSV or .xlsx, all or nothing. Every error is reported as file:line: column: why, of a workbook as file:sheet!row: column: why.</source>
        <translation>导入 CSV 或 .xlsx 数据表，要么全部导入，要么一条不导入。错误逐条列出，格式为“文件:行: 列: 原因”，工作簿为“文件:工作表!行: 列: 原因”。</translation>
    </message>
    <message>
        <source>A CSV file, an .xlsx file, or a folder of them.</source>
        <translation>CSV 文件、.xlsx 文件，或存放这些文件的文件夹。</translation>
    </message>
    <message>
        <source>Writes all tables as CSV into a folder, or as sheets into an .xlsx file; importing it into a new file gives the same figures.</source>
        <translation>把全部数据表导出为文件夹中的 CSV，或一个 .xlsx 文件中的各工作表；导入到新的工单文件后统计数据相同。</translation>
    </message>
    <message>
        <source>The folder to make, or the file when it ends in .xlsx.</source>
        <translation>要新建的文件夹；以 .xlsx 结尾时为文件。</translation>
    </message>
    <message>
        <source>Overwrites an export that exists.</source>
        <translation>覆盖已有的导出。</translation>
    </message>
    <message>
        <source>takes in tables, CSV or .xlsx, all or nothing</source>
        <translation>导入 CSV 或 .xlsx 数据表，要么全部导入，要么一条不导入</translation>
    </message>
    <message>
        <source>writes all tables as CSV or .xlsx</source>
        <translation>把全部数据表导出为 CSV 或 .xlsx</translation>
    </message>
    <message>
        <source>Encrypts the copy for the passphrase that was set in the window.</source>
        <translation>用窗口中设定的口令加密副本。</translation>
    </message>
    <message>
        <source>makes a case file from a backup</source>
        <translation>从备份恢复工单文件</translation>
    </message>
    <message>
        <source>Makes a case file from a backup, verified first. The backup is only read. Where accounts have passwords two persons restore: --user, --reason, --second.</source>
        <translation>先校验备份，再恢复成工单文件。备份本身只读取，不改动。账号设有密码的，须两人恢复：--user、--reason、--second。</translation>
    </message>
    <message>
        <source>A backup (.huiyin), or an encrypted one (.huiyin.enc).</source>
        <translation>备份（.huiyin）或加密备份（.huiyin.enc）。</translation>
    </message>
    <message>
        <source>The case file to make.</source>
        <translation>要生成的工单文件。</translation>
    </message>
    <message>
        <source>The passphrase of an encrypted backup, or its recovery code, is the first line of standard input.</source>
        <translation>加密备份的口令或恢复码，从标准输入第一行读取。</translation>
    </message>
    <message>
        <source>The backup is encrypted: give --passphrase-stdin, and the passphrase on standard input.</source>
        <translation>备份已加密：请加 --passphrase-stdin，并从标准输入给出口令。</translation>
    </message>
    <message>
        <source>“%1” is open for writing: close it first.</source>
        <translation>“%1”正在使用，请先关闭。</translation>
    </message>
    <message>
        <source>Give --user NAME, and the password on standard input.</source>
        <translation>请用 --user 指定姓名，并从标准输入给出密码。</translation>
    </message>
    <message>
        <source>What stood there is “%1” now.</source>
        <translation>原文件现为“%1”。</translation>
    </message>
    <message>
        <source>Restored as it was on %1: %2 tickets, %3 calls.</source>
        <translation>已恢复到 %1 的状态：工单 %2 件，来电 %3 个。</translation>
    </message>
    <message>
        <source>Restored from a copy without a manifest: %1 tickets, %2 calls. Its records hold.</source>
        <translation>已从没有清单的副本恢复：工单 %1 件，来电 %2 个，记录核对无误。</translation>
    </message>
    <message>
        <source>The name of an encrypted backup ends in “%1”.</source>
        <translation>加密备份的文件名须以“%1”结尾。</translation>
    </message>
    <message>
        <source>There is already a file “%1”. It was left as it is.</source>
        <translation>已有文件“%1”，未作改动。</translation>
    </message>
    <message>
        <source>The case file has no passphrase for backups yet: set one in the window, under Set-up, Backups.</source>
        <translation>工单文件尚未设定备份口令：请在窗口的“设置 → 备份”中设定。</translation>
    </message>
    <message>
        <source>brings over what can be read of a damaged file</source>
        <translation>抢救损坏文件中可读的内容</translation>
    </message>
    <message>
        <source>The damaged case file.</source>
        <translation>损坏的工单文件。</translation>
    </message>
    <message>
        <source>The case file to make; nothing may stand there. The list is OUT.txt.</source>
        <translation>要生成的工单文件，该处不得已有文件。清单为 OUT.txt。</translation>
    </message>
    <message>
        <source>Tickets brought over whole: %1. Missing: %2. To be looked into: %3. The list is “%4”.</source>
        <translation>完整抢救工单 %1 件，缺失 %2 件，待核对 %3 项。清单在“%4”。</translation>
    </message>
    <message>
        <source>Masks names, telephones and addresses; takes no second person.</source>
        <translation>遮盖姓名、电话和住址；不需要第二人同意。</translation>
    </message>
    <message>
        <source>The file was brought up to date. A copy of it as it was lies in “%1”.</source>
        <translation>文件已升级。原样副本保存在“%1”。</translation>
    </message>
    <message>
        <source>Reads what can still be read of a damaged case file into a new one, and writes a list of what is missing beside it. The damaged file is left as it is, and has to be closed. Try the newest backup first. Exit 0: all was brought over; 1: something is missing or to be looked into.</source>
        <translation>把损坏的工单文件中还能读取的内容抢救到新文件，并在旁边写出缺失清单。损坏的文件保持原样，且须先关闭。请先考虑使用最近的备份。退出码 0：全部抢救完整；1：有缺失或需核对。</translation>
    </message>
    <message>
        <source>Takes the place of a case file that stands there; that is moved aside, nothing is deleted. Who may restore is asked of the accounts of the backup, as those of the file there may be lost.</source>
        <translation>替换该处原有的工单文件；原文件移到一旁，不作删除。由谁恢复，按备份中的账户核对，因为原文件中的账户可能已经丢失。</translation>
    </message>
    <message>
        <source>There is neither a kept profile nor a file “%1”: this case file keeps none.</source>
        <translation>既没有名为“%1”的列对照方案，也没有这个文件；该工单文件没有保存任何方案。</translation>
    </message>
    <message>
        <source>There is neither a kept profile nor a file “%1”. Kept are: %2.</source>
        <translation>既没有名为“%1”的列对照方案，也没有这个文件。已保存的方案有：%2。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” holds no profile that this program knows.</source>
        <translation>“%1”中没有本程序能识别的列对照方案。</translation>
    </message>
    <message>
        <source>Lists the profiles that the case file keeps: how sheets of other programs are read. “import --profile” takes one by its name, or a file with the definition that --format json gives for it.</source>
        <translation>列出工单文件中保存的列对照方案，即其他程序的表格如何读取。“import --profile”可按名称选用其中一个，也可用文件，内容为 --format json 给出的 definition。</translation>
    </message>
    <message>
        <source>This case file keeps no profiles.</source>
        <translation>该工单文件没有保存列对照方案。</translation>
    </message>
    <message>
        <source>PATH is a sheet of another program, read by this profile: one that the case file keeps (huiyin-cli profiles), or a file.</source>
        <translation>PATH 是其他程序的表格，按此列对照方案读取：工单文件中保存的方案（见 huiyin-cli profiles），或方案文件。</translation>
    </message>
    <message>
        <source>With --profile, the sheet of the workbook; else the first with the profile&apos;s headings.</source>
        <translation>与 --profile 合用，指定工作簿中的工作表；不指定则取第一张表头相符的工作表。</translation>
    </message>
    <message>
        <source>--sheet goes with --profile.</source>
        <translation>--sheet 须与 --profile 合用。</translation>
    </message>
    <message>
        <source>lists how sheets of other programs are read</source>
        <translation>列出读取其他程序表格的列对照方案</translation>
    </message>
    <message>
        <source>checks the figures of any bulletin&apos;s text</source>
        <translation>核对任意简报文稿中的数字</translation>
    </message>
    <message>
        <source>masks citizens&apos; data in any text</source>
        <translation>遮盖任意文稿中的群众信息</translation>
    </message>
    <message>
        <source>Masks names, numbers and doors in a text for publication. With --format json it tells every place instead; those that are not certain are masked too, and want a look.</source>
        <translation>遮盖文稿中的姓名、号码和门牌户号，供发布之用。用 --format json 则列出每一处；存疑的也会遮盖，请逐一过目。</translation>
    </message>
    <message>
        <source>The text: .txt, .html or .docx, ours or not.</source>
        <translation>文稿：.txt、.html 或 .docx，不限来源。</translation>
    </message>
    <message>
        <source>Where the text goes; without it, to standard output.</source>
        <translation>输出文件；不指定则输出到标准输出。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) want a look: --format json tells which.</source>
        <translation>
            <numerusform>有%n处存疑，请过目：用 --format json 列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>(doubtful)</source>
        <translation>（存疑）</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>共发现%n处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them doubtful</source>
        <translation>
            <numerusform>，其中存疑%n处</numerusform>
        </translation>
    </message>
    <message>
        <source>The file to write; its suffix tells the form: .txt .html .pdf .docx, or .xlsx for its tables.</source>
        <translation>要写入的文件；格式由扩展名决定：.txt .html .pdf .docx，.xlsx 只含表格和图表。</translation>
    </message>
    <message>
        <source>-o takes a file that ends in .txt, .html, .pdf, .docx or .xlsx.</source>
        <translation>-o 的文件须以 .txt、.html、.pdf、.docx 或 .xlsx 结尾。</translation>
    </message>
    <message>
        <source>--knowledge and --%1 don&apos;t go together.</source>
        <translation>--knowledge 与 --%1 不能同时使用。</translation>
    </message>
    <message>
        <source>PATH is a table of articles of the knowledge base, CSV or .xlsx.</source>
        <translation>PATH 是知识库条目的表格，CSV 或 .xlsx。</translation>
    </message>
    <message>
        <source>Writes the knowledge base alone: an .xlsx file when PATH ends so, else a CSV file; without retired articles.</source>
        <translation>只导出知识库：PATH 以 .xlsx 结尾时写成 .xlsx 文件，否则写成 CSV 文件；不含已停用的条目。</translation>
    </message>
    <message>
        <source>Nothing contradicts itself, and no citizen&apos;s data were found.</source>
        <translation>未发现数字矛盾，也未发现群众个人信息。</translation>
    </message>
    <message>
        <source>Checks the figures of a bulletin&apos;s text against each other, and looks for citizens&apos; data. Exit code 1: there are findings.</source>
        <translation>核对简报文字中的数字是否相互一致，并查找群众的个人信息。退出码 1 表示有发现。</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Say why: the record keeps the reason.</source>
        <translation>请填写事由，查阅记录将予以留存。</translation>
    </message>
    <message>
        <source>The reason takes at most %1 signs.</source>
        <translation>事由最多 %1 个字。</translation>
    </message>
    <message>
        <source>Somebody else has to agree, and enters a name and a password here.</source>
        <translation>须由另一人同意，并在此选定姓名、输入密码。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t agree to this. Who can: %2.</source>
        <translation>“%1”不能同意此项操作。可以同意的人：%2。</translation>
    </message>
</context>
<context>
    <name>DepartmentSheet</name>
    <message>
        <source>“%1” is no date. Write it as 2026-11-23 or 2026-11-23 09:30.</source>
        <translation>“%1”不是日期。请写成 2026-11-23 或 2026-11-23 09:30。</translation>
    </message>
    <message>
        <source>It has to be chosen with a reply.</source>
        <translation>填了反馈内容，就要选择办理结果。</translation>
    </message>
    <message>
        <source>“%1” is none of the results to choose from.</source>
        <translation>“%1”不在可选的办理结果之列。</translation>
    </message>
    <message>
        <source>With a result there has to be a reply.</source>
        <translation>选了办理结果，就要填写反馈内容。</translation>
    </message>
    <message>
        <source>There is a time of a reply, and no reply.</source>
        <translation>填了反馈时间，却没有反馈内容。</translation>
    </message>
    <message>
        <source>It is returned, and handled or extended too: only one can be.</source>
        <translation>既申请退单，又填了办理结果或延期：只能取其一。</translation>
    </message>
    <message>
        <source>It is handled, and longer time is asked for: only one can be.</source>
        <translation>既填了办理结果，又申请延期：只能取其一。</translation>
    </message>
    <message>
        <source>Until when is missing.</source>
        <translation>没有写明延期至何时。</translation>
    </message>
    <message>
        <source>Why is missing.</source>
        <translation>没有写明理由。</translation>
    </message>
    <message>
        <source>Entered on %1 already, word for word.</source>
        <translation>已于 %1 录入，内容完全相同。</translation>
    </message>
    <message>
        <source>Filled in once before and entered on %1; now it says something else.</source>
        <translation>此前填报过并已于 %1 录入，这次内容不同。</translation>
    </message>
    <message>
        <source>Filled in once before and entered on %1; now it says something else, but the ticket is “%2”.</source>
        <translation>此前填报过并已于 %1 录入，这次内容不同；但工单现为“%2”，不能再录。</translation>
    </message>
    <message>
        <source>Out of date: since the sheet was made on %1 the matter has moved on; it is “%2” now.</source>
        <translation>已过时：此表于 %1 制出后，办理情况已有变化，现为“%2”。</translation>
    </message>
    <message>
        <source>Not possible: the ticket is “%1”.</source>
        <translation>无法录入：工单现为“%1”。</translation>
    </message>
    <message>
        <source>The check code belongs to %1: the number was changed, or rows were mixed up.</source>
        <translation>校验码属于 %1：工单编号被改动，或各行错位。</translation>
    </message>
    <message>
        <source>The row has no ticket number.</source>
        <translation>此行没有工单编号。</translation>
    </message>
    <message>
        <source>No ticket of this case file has the number %1.</source>
        <translation>工单文件中没有编号为 %1 的工单。</translation>
    </message>
    <message>
        <source>The check code is missing.</source>
        <translation>缺少校验码。</translation>
    </message>
    <message>
        <source>The check code doesn&apos;t fit the number: one of them was changed.</source>
        <translation>校验码与工单编号不符：其中之一被改动过。</translation>
    </message>
    <message>
        <source>Stands in the sheet more than once, word for word (rows %1).</source>
        <translation>在表中重复出现，内容相同（第 %1 行）。</translation>
    </message>
    <message>
        <source>Stands in the sheet more than once with different words (rows %1). Leave one of them.</source>
        <translation>在表中重复出现，内容不同（第 %1 行）。请只留一行。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be taken in. %2</source>
        <translation>“%1”无法读取。%2</translation>
    </message>
    <message>
        <source>“%1” is no department&apos;s sheet: no sheet in it has the columns 工单编号 and 校验码.</source>
        <translation>“%1”不是交换表：其中没有带“工单编号”和“校验码”两栏的工作表。</translation>
    </message>
    <message>
        <source>The cell holds “%1”, an error of the spreadsheet, as when a text begins with - or =. Write it anew, with a &apos; before it.</source>
        <translation>单元格中是表格软件的错误值“%1”，文字以 - 或 = 开头时会这样。请重新填写，并在前面加一个英文单引号 &apos;。</translation>
    </message>
    <message>
        <source>The cell holds a formula without its result. Open the sheet in the spreadsheet program, save it and take it in again.</source>
        <translation>单元格中的公式没有计算结果。请用表格软件打开此表，存盘后重新录入。</translation>
    </message>
    <message>
        <source>Who does the work is entered with a reply, and there is none.</source>
        <translation>“经办单位”随反馈一并录入，此行尚无反馈。</translation>
    </message>
    <message>
        <source>The file has more rows than a department&apos;s sheet can have.</source>
        <translation>文件的行数超出了交换表的上限。</translation>
    </message>
    <message>
        <source>“%1” is no spreadsheet. Open it in the spreadsheet program, save it as “Excel workbook (*.xlsx)” and take that in.</source>
        <translation>“%1”不是电子表格。请用表格软件打开，另存为“Excel 工作簿（*.xlsx）”后再录入。</translation>
    </message>
    <message>
        <source>It is signed for already, on %1.</source>
        <translation>此前已于 %1 签收。</translation>
    </message>
    <message>
        <source>Signed for on %1; entered on %2 already.</source>
        <translation>%1 签收，已于 %2 录入。</translation>
    </message>
</context>
<context>
    <name>DocumentReview</name>
    <message>
        <source>The numbers begin with %1.</source>
        <translation>序号应从“%1”起。</translation>
    </message>
    <message>
        <source>After %1 comes %2.</source>
        <translation>“%1”之后应为“%2”。</translation>
    </message>
    <message>
        <source>Nothing stands below this heading.</source>
        <translation>此标题下没有内容。</translation>
    </message>
    <message>
        <source>There is no such table in the bulletin.</source>
        <translation>简报中没有此表。</translation>
    </message>
    <message>
        <source>There is no such chart in the bulletin.</source>
        <translation>简报中没有此图。</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) stand as the case file counts them</source>
        <translation>
            <numerusform>%n 个数字与工单数据一致</numerusform>
        </translation>
    </message>
    <message>
        <source>The case file counts %1 now.</source>
        <translation>工单数据现为%1。</translation>
    </message>
    <message>
        <source>The case file counts %1; this figure was typed by hand.</source>
        <translation>工单数据为%1，此数为手工改写。</translation>
    </message>
    <message>
        <source>%1 This figure was typed by hand.</source>
        <translation>%1此数为手工改写。</translation>
    </message>
    <message>
        <source>The bulletin as it would be composed now doesn&apos;t have this figure any more; it stays as it was counted last. Look whether its sentence still holds.</source>
        <translation>按现有数据已不再写出此数，这里仍是上次的统计数，请看该句是否仍成立。</translation>
    </message>
</context>
<context>
    <name>Drill</name>
    <message>
        <source>Beside the backups no file can be made for the trial: %1</source>
        <translation>备份旁边无法建立演练用的文件：%1</translation>
    </message>
    <message>
        <source>Records of the restored file are not as they were written.</source>
        <translation>恢复出的文件中有记录与写入时不一致。</translation>
    </message>
    <message>
        <source>The figures of %1 are not those of when the backup was made.</source>
        <translation>%1 的统计数字与备份时不一致。</translation>
    </message>
    <message>
        <source>The figures of %1 are others in the backup than in the case file.</source>
        <translation>%1 的统计数字，备份与工单文件不一致。</translation>
    </message>
    <message>
        <source>The backup has no manifest that agrees with it.</source>
        <translation>备份没有与之相符的清单。</translation>
    </message>
    <message>
        <source>No copy on the second medium has a manifest that agrees with it.</source>
        <translation>第二介质上的备份均无与之相符的清单。</translation>
    </message>
    <message>
        <source>The newest copy on the second medium, “%1”, can&apos;t be read as it was written.</source>
        <translation>第二介质上最新的备份“%1”读出的内容与写入时不一致。</translation>
    </message>
</context>
<context>
    <name>EncryptedCopy</name>
    <message>
        <source>Nothing was restored from it.</source>
        <translation>没有从中恢复任何内容。</translation>
    </message>
    <message>
        <source>“%1” was altered or damaged: its bytes are not as they were written.</source>
        <translation>“%1”被改动或已损坏：内容与写入时不一致。</translation>
    </message>
    <message>
        <source>“%1” was cut short: its end is missing.</source>
        <translation>“%1”不完整：缺少结尾部分。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2</source>
        <translation>“%1”无法读取：%2</translation>
    </message>
    <message>
        <source>“%1” is no encrypted backup of this program.</source>
        <translation>“%1”不是本程序的加密备份。</translation>
    </message>
    <message>
        <source>“%1” was written by a newer program. Install that to restore it.</source>
        <translation>“%1”由更新版本的程序写成，请安装新版后再恢复。</translation>
    </message>
    <message>
        <source>Something was appended to “%1”: it is longer than it was written.</source>
        <translation>“%1”末尾被添加了内容：比写入时长。</translation>
    </message>
    <message>
        <source>The key for backups can&apos;t be used. Set the passphrase anew.</source>
        <translation>备份密钥无法使用，请重新设定口令。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read to its end.</source>
        <translation>“%1”无法完整读取。</translation>
    </message>
    <message>
        <source>“%1” is not as it was when it was verified. It was not encrypted.</source>
        <translation>“%1”与校验时不一致，没有加密。</translation>
    </message>
    <message>
        <source>The recovery code has a slip in group %1. Compare it with the sheet.</source>
        <translation>恢复码第 %1 组有误，请与恢复凭据核对。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written: %2</source>
        <translation>“%1”无法写入：%2</translation>
    </message>
    <message>
        <source>The pieces of “%1” don&apos;t stand in their order any more.</source>
        <translation>“%1”各段的顺序被打乱。</translation>
    </message>
    <message>
        <source>“%1” could not be written to its end; the disk may be full.</source>
        <translation>“%1”未能写完，磁盘可能已满。</translation>
    </message>
    <message>
        <source>The passphrase doesn&apos;t open “%1”. Nothing was restored. Mind capitals and spaces; the code on the recovery sheet opens it too.</source>
        <translation>口令打不开“%1”。未恢复任何内容。请注意大小写和空格；也可输入恢复凭据上的恢复码。</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>No folder can be made in “%1”.</source>
        <translation>无法在“%1”中建立文件夹。</translation>
    </message>
    <message>
        <source>There is already “%1”. It was left as it is.</source>
        <translation>已有“%1”，未作改动。</translation>
    </message>
    <message>
        <source>“%1” holds other things than exported tables. It was left as it is.</source>
        <translation>“%1”中除导出的表外还有别的内容，未作改动。</translation>
    </message>
    <message>
        <source>The export could not be given its name “%1”.</source>
        <translation>无法把导出结果命名为“%1”。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>Neither the name of the file nor its headings tell which table it holds. Give it the name of one, such as tickets.csv or 工单.csv.</source>
        <translation>从文件名和表头都看不出是哪张表。请用表名命名，如 tickets.csv 或 工单.csv。</translation>
    </message>
    <message>
        <source>“%1” came with the new case file and is not in the imported table %2. It was retired.</source>
        <translation>“%1”是新建工单文件时自带的，导入的表“%2”中没有，已停用。</translation>
    </message>
    <message>
        <source>The call was answered before it started.</source>
        <translation>接听时间早于来电时间。</translation>
    </message>
    <message>
        <source>The call ended before it was answered.</source>
        <translation>挂机时间早于接听时间。</translation>
    </message>
    <message>
        <source>The call ended before it started.</source>
        <translation>挂机时间早于来电时间。</translation>
    </message>
    <message>
        <source>A call that became a ticket or asked after one needs the ticket&apos;s number.</source>
        <translation>转工单或重复来电须填写工单编号。</translation>
    </message>
    <message>
        <source>A call with this outcome has no ticket. One that became a ticket has the outcome ticket (转工单), one that asked after an older ticket repeat (重复来电).</source>
        <translation>这种处理方式的来电没有工单。转工单的，处理方式为 ticket（转工单）；询问原有工单的，为 repeat（重复来电）。</translation>
    </message>
    <message>
        <source>in the case file, started %1</source>
        <translation>在工单文件中，来电时间 %1</translation>
    </message>
    <message>
        <source>There is a call “%1” already: %2.</source>
        <translation>已有来电“%1”：%2。</translation>
    </message>
    <message>
        <source>The topic ends before it starts.</source>
        <translation>专题的结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>“%1” is no path: a level of it is empty.</source>
        <translation>“%1”不是完整的路径：其中有一级为空。</translation>
    </message>
    <message>
        <source>“%1” is not in the case file&apos;s list.</source>
        <translation>“%1”不在工单文件的列表中。</translation>
    </message>
    <message>
        <source>More than one entry of the case file bears the name “%1”. Write its full name.</source>
        <translation>工单文件中名为“%1”的不止一项。请写全称。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t lie below itself.</source>
        <translation>“%1”不能是自己的下级。</translation>
    </message>
    <message>
        <source>There was no telephone channel: “%1” was added.</source>
        <translation>没有电话渠道，已添加“%1”。</translation>
    </message>
    <message>
        <source>There is no ticket “%1”, neither in the case file nor in this import.</source>
        <translation>没有工单“%1”：工单文件和本次导入中都没有。</translation>
    </message>
    <message>
        <source>“%1” is not a round: 1 is the first handling, 2 the first redo.</source>
        <translation>“%1”不是轮次：1 为首次办理，2 为第一次重办。</translation>
    </message>
    <message>
        <source>The cell is empty, and every row needs it.</source>
        <translation>单元格为空，此列每行必填。</translation>
    </message>
    <message>
        <source>It was extended before it was dispatched.</source>
        <translation>延期时间早于派单时间。</translation>
    </message>
    <message>
        <source>It was signed for before it was dispatched.</source>
        <translation>签收时间早于派单时间。</translation>
    </message>
    <message>
        <source>It was returned before it was dispatched.</source>
        <translation>退单时间早于派单时间。</translation>
    </message>
    <message>
        <source>The reply came before it was dispatched.</source>
        <translation>反馈时间早于派单时间。</translation>
    </message>
    <message>
        <source>It was closed before it was dispatched.</source>
        <translation>办结时间早于派单时间。</translation>
    </message>
    <message>
        <source>in the case file, dispatched %1</source>
        <translation>在工单文件中，派单时间 %1</translation>
    </message>
    <message>
        <source>The ticket “%1” was given to “%2” in round %3 already: %4.</source>
        <translation>工单“%1”已在第 %3 轮派给“%2”：%4。</translation>
    </message>
    <message>
        <source>in the case file</source>
        <translation>在工单文件中</translation>
    </message>
    <message>
        <source>The ticket “%1” has a follow-up of that time already: %2.</source>
        <translation>工单“%1”在该时间已有一次回访：%2。</translation>
    </message>
    <message>
        <source>“%1” is not one of the marks.</source>
        <translation>“%1”不是可用的标记。</translation>
    </message>
    <message>
        <source>The ticket was closed before it was received.</source>
        <translation>办结时间早于受理时间。</translation>
    </message>
    <message>
        <source>A ticket that was not accepted needs the time when it was closed.</source>
        <translation>不予受理的工单须填写办结时间。</translation>
    </message>
    <message>
        <source>A merged ticket needs the number of the ticket that it was merged into.</source>
        <translation>并单的工单须填写并入工单的编号。</translation>
    </message>
    <message>
        <source>A ticket that was merged into another has the resolution merged (并单).</source>
        <translation>并入其他工单的，办结方式应为 merged（并单）。</translation>
    </message>
    <message>
        <source>A ticket can&apos;t refer to itself.</source>
        <translation>工单不能指向自己。</translation>
    </message>
    <message>
        <source>There is a ticket “%1” already: %2.</source>
        <translation>已有工单“%1”：%2。</translation>
    </message>
    <message>
        <source>in the case file, received %1</source>
        <translation>在工单文件中，受理时间 %1</translation>
    </message>
    <message>
        <source>in the case file, “%1”, received %2</source>
        <translation>在工单文件中，“%1”，受理时间 %2</translation>
    </message>
    <message>
        <source>Tickets are merged into each other in a circle: %1.</source>
        <translation>工单循环并单：%1。</translation>
    </message>
    <message>
        <source>The file is empty. Its first line names the columns.</source>
        <translation>文件是空的。第一行应为列名。</translation>
    </message>
    <message>
        <source>%1: the column “%2” is not known and was passed over.</source>
        <translation>%1：不认识“%2”列，已略过。</translation>
    </message>
    <message>
        <source>The heading names this column twice.</source>
        <translation>表头中此列出现了两次。</translation>
    </message>
    <message>
        <source>The column (%1) is missing. The columns of the file seem to be parted by something else than commas: save it as “CSV UTF-8”.</source>
        <translation>缺少此列（%1）。文件各列似乎不是用逗号分隔的，请另存为“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>The column (%1) is missing, and every row needs it.</source>
        <translation>缺少此列（%1），此列每行必填。</translation>
    </message>
    <message>
        <source>The row has %1 fields, and the heading has %2. A text with a comma in it must stand in quotation marks.</source>
        <translation>此行有 %1 个字段，而表头有 %2 个。含逗号的文字须加引号。</translation>
    </message>
    <message>
        <source>A quotation mark opens here that nothing closes.</source>
        <translation>此处的引号没有闭合。</translation>
    </message>
    <message>
        <source>After a closing quotation mark there is more text. A quotation mark within a text is written twice.</source>
        <translation>闭合引号后面还有文字。文字中的引号须写两次。</translation>
    </message>
    <message>
        <source>The text is longer than 1 MB.</source>
        <translation>文字超过 1 MB。</translation>
    </message>
    <message>
        <source>The row has more than %1 columns.</source>
        <translation>此行超过 %1 列。</translation>
    </message>
    <message>
        <source>There are bytes that are no text in UTF-8. The file is damaged there.</source>
        <translation>其中有些字节不是 UTF-8 文字。文件在此处已损坏。</translation>
    </message>
    <message>
        <source>There are bytes that are no text, neither in UTF-8 nor in GB18030. The file is damaged there.</source>
        <translation>其中有些字节既不是 UTF-8 文字，也不是 GB18030 文字。文件在此处已损坏。</translation>
    </message>
    <message>
        <source>In line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>The text holds half a character.</source>
        <translation>文字中有半个字符。</translation>
    </message>
    <message>
        <source>The text holds a NUL character. Save the file as “CSV UTF-8” and import that.</source>
        <translation>文字中有空字符（NUL）。请另存为“CSV UTF-8”后再导入。</translation>
    </message>
    <message>
        <source>The text holds a character that turns the direction of writing. Remove it.</source>
        <translation>文字中有改变书写方向的字符。请删去。</translation>
    </message>
    <message>
        <source>“%1” is a number that the spreadsheet has rounded. Format the column as text, enter the number again and save the file.</source>
        <translation>“%1”是被电子表格四舍五入的数字。请把此列设为文本格式，重新输入后保存。</translation>
    </message>
    <message>
        <source>“%1” is a telephone number that the spreadsheet has rounded. Format the column as text, enter the number again and save the file.</source>
        <translation>“%1”是被电子表格四舍五入的电话号码。请把此列设为文本格式，重新输入后保存。</translation>
    </message>
    <message>
        <source>“%1” is a spreadsheet&apos;s day number. Format the column as a date and time and save the file.</source>
        <translation>“%1”是电子表格的日期序号。请把此列设为日期时间格式后保存。</translation>
    </message>
    <message>
        <source>“%1” is not a time. Write it as 2020-02-09 08:31.</source>
        <translation>“%1”不是时间。请写作 2020-02-09 08:31。</translation>
    </message>
    <message>
        <source>“%1” is not a date. Write it as 2020-02-09.</source>
        <translation>“%1”不是日期。请写作 2020-02-09。</translation>
    </message>
    <message>
        <source>“%1” is none of the words for this column: %2.</source>
        <translation>“%1”不是此列可用的词：%2。</translation>
    </message>
    <message>
        <source>%1 A date without a time is 00:00.</source>
        <translation>%1只写日期的，时间为 00:00。</translation>
    </message>
    <message>
        <source>The file is not in UTF-8, and this computer can&apos;t read GB18030. Save it as “CSV UTF-8” and import it again.</source>
        <translation>文件不是 UTF-8，而本机无法读取 GB18030。请另存为“CSV UTF-8”后再导入。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2</source>
        <translation>“%1”无法读取：%2</translation>
    </message>
    <message>
        <source>This is a spreadsheet under the name of a text file. Open it in the spreadsheet program, save it as “CSV UTF-8” and import that.</source>
        <translation>这是电子表格，只是用了文本文件的名称。请用电子表格软件打开，另存为“CSV UTF-8”后导入。</translation>
    </message>
    <message>
        <source>This file is in UTF-16 (“Unicode text”). Open it in the spreadsheet program, save it as “CSV UTF-8” and import that.</source>
        <translation>此文件是 UTF-16（“Unicode 文本”）。请用电子表格软件打开，另存为“CSV UTF-8”后导入。</translation>
    </message>
    <message>
        <source>This is a web page under the name of a table. Open it in the spreadsheet program, save it as “CSV UTF-8” and import that.</source>
        <translation>这是网页，只是用了表格的名称。请用电子表格软件打开，另存为“CSV UTF-8”后导入。</translation>
    </message>
    <message>
        <source>A suspension has both a time when it began and one when it ended.</source>
        <translation>暂停计时须同时有开始时间和恢复时间。</translation>
    </message>
    <message>
        <source>“%1” is not an earlier due time. Write when it ended and what it was: 2020-02-09 08:31=2020-02-12 17:00.</source>
        <translation>“%1”不是先前时限。请写明失效时间和原时限：2020-02-09 08:31=2020-02-12 17:00。</translation>
    </message>
    <message>
        <source>Earlier due times go with a suspension or several extensions, and none are told.</source>
        <translation>先前时限须伴有暂停计时或多次延期，表中没有。</translation>
    </message>
    <message>
        <source>The same question stands in line %1.</source>
        <translation>第 %1 行有相同的问题。</translation>
    </message>
    <message>
        <source>What was suspended has a due time.</source>
        <translation>暂停计时的承办须有时限。</translation>
    </message>
    <message>
        <source>The due time of before the suspension is missing: when it began=what it was.</source>
        <translation>缺少暂停前的时限：请写明“开始时间=原时限”。</translation>
    </message>
    <message>
        <source>“%1” is not a number of days.</source>
        <translation>“%1”不是天数。</translation>
    </message>
    <message>
        <source>%1: “%2” was there already and differed; the row of the table was taken.</source>
        <translation>%1：“%2”已存在且内容不同，已采用表中的这一行。</translation>
    </message>
    <message>
        <source>%1: “%2” was not in the table %3 and was added.</source>
        <translation>%1：“%2”不在 %3 表中，已添加。</translation>
    </message>
    <message>
        <source>%1: “%2” is retired and stays retired.</source>
        <translation>%1：“%2”已停用，导入后仍为停用。</translation>
    </message>
    <message>
        <source>The spreadsheet shows the error %1 here. Write what it should be, and save the file.</source>
        <translation>此单元格显示错误 %1。请填入应有的内容并保存文件。</translation>
    </message>
    <message>
        <source>The cell holds a formula without its result. Open the file in the spreadsheet program, save it and import it again.</source>
        <translation>此单元格是公式，但没有保存计算结果。请在 WPS 或 Excel 中打开并保存，然后重新导入。</translation>
    </message>
    <message>
        <source>The sheet is empty. Its first row names the columns.</source>
        <translation>工作表是空的。第一行应为列名。</translation>
    </message>
    <message>
        <source>The cell %1 stands behind the last column that has a heading. Give its column one, or empty the cell.</source>
        <translation>单元格 %1 在最后一个有表头的列之后。请为该列填写表头，或清空该单元格。</translation>
    </message>
    <message>
        <source>The file is named as a spreadsheet and is none. Open it in the spreadsheet program, save it as “Excel workbook (*.xlsx)” and import that.</source>
        <translation>文件名是电子表格，内容却不是。请在 WPS 或 Excel 中打开，另存为“Excel 工作簿 (*.xlsx)”后再导入。</translation>
    </message>
    <message>
        <source>%1 was passed over: it is neither an .xlsx file nor a CSV file with the name of a table.</source>
        <translation>已跳过 %1：它既不是 .xlsx 文件，也不是以数据表命名的 CSV 文件。</translation>
    </message>
    <message>
        <source>The folder holds no table: neither an .xlsx file with a sheet named as one, nor a CSV file such as tickets.csv or 工单.csv.</source>
        <translation>文件夹中没有数据表：既没有含“工单”等工作表的 .xlsx 文件，也没有 tickets.csv、工单.csv 这样的 CSV 文件。</translation>
    </message>
    <message>
        <source>None of its sheets bears the name of a table, such as 工单 or tickets, and none has the headings of one.</source>
        <translation>没有一个工作表以数据表命名（如“工单”或“tickets”），表头也都不符合任何数据表。</translation>
    </message>
    <message>
        <source>%1 was passed over: the sheet is hidden.</source>
        <translation>已跳过 %1：该工作表是隐藏的。</translation>
    </message>
    <message>
        <source>%1 was passed over: the sheet has neither the name nor the headings of a table.</source>
        <translation>已跳过 %1：该工作表的名称和表头都不符合任何数据表。</translation>
    </message>
    <message>
        <source>The same table is here twice; the other is %1.</source>
        <translation>同一数据表出现了两次，另一处是 %1。</translation>
    </message>
    <message>
        <source>None of the sheets is named “%1”.</source>
        <translation>没有名为“%1”的工作表。</translation>
    </message>
    <message>
        <source>The sheet has no column “%1”, which the chosen matching of columns reads.</source>
        <translation>表格中没有“%1”这一列，而所选的列对照方案要用到它。</translation>
    </message>
    <message>
        <source>None of the columns that the chosen matching reads is in the sheet.</source>
        <translation>所选列对照方案用到的列，表格中一列也没有。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without what every row needs were passed over: %1.</source>
        <translation>
            <numerusform>有 %n 行缺少必填内容，已跳过：第 %1 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>No column of the sheet has been matched yet.</source>
        <translation>还没有对应任何一列。</translation>
    </message>
    <message>
        <source>%1 · %2: every row needs it. Choose the column of the sheet that holds it.</source>
        <translation>%1 · %2：每一行都需要。请选择表格中对应的列。</translation>
    </message>
    <message>
        <source>There is no such import.</source>
        <translation>没有这次导入。</translation>
    </message>
    <message>
        <source>This import was taken back already.</source>
        <translation>这次导入已经撤销。</translation>
    </message>
    <message numerus="yes">
        <source>This import has replaced %n row(s) that were there before; what they said then is not kept here. Restore the backup that was made before the import instead.</source>
        <translation>
            <numerusform>这次导入替换了原有的 %n 行，原内容没有留存，不能撤销。请改为恢复导入前所做的备份。</numerusform>
        </translation>
    </message>
    <message>
        <source>The import can&apos;t be taken back: tickets that came with it have been worked on since, or later ones refer to them (%1).</source>
        <translation>不能撤销这次导入：随它进来的工单此后已有办理，或有后来的工单引用（%1）。</translation>
    </message>
    <message>
        <source>The import can&apos;t be taken back: it dispatched tickets that were there before (%1). Restore the backup that was made before the import instead.</source>
        <translation>不能撤销这次导入：它给原有的工单派了单（%1）。请改为恢复导入前所做的备份。</translation>
    </message>
    <message>
        <source>The import can&apos;t be taken back: calls that came with it have been changed since.</source>
        <translation>不能撤销这次导入：随它进来的来电此后已有改动。</translation>
    </message>
    <message>
        <source>Give the matching of columns a name.</source>
        <translation>请给列对照方案起个名称。</translation>
    </message>
    <message>
        <source>There is no matching of columns of this name.</source>
        <translation>没有这个名称的列对照方案。</translation>
    </message>
</context>
<context>
    <name>FileCheck</name>
    <message>
        <source>structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>references</source>
        <translation>引用关系</translation>
    </message>
    <message>
        <source>It refers to a record of “%1” that is missing.</source>
        <translation>它指向的“%1”记录不存在。</translation>
    </message>
    <message>
        <source>Its texts are missing.</source>
        <translation>它的文字内容缺失。</translation>
    </message>
    <message>
        <source>states</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>It is closed, but has no closing time.</source>
        <translation>已办结，但没有办结时间。</translation>
    </message>
    <message>
        <source>It has a closing time, but is not closed.</source>
        <translation>有办结时间，但未办结。</translation>
    </message>
    <message>
        <source>It was closed before it was received.</source>
        <translation>办结时间早于受理时间。</translation>
    </message>
    <message>
        <source>It has a dispatch, but is not in progress.</source>
        <translation>已有承办，但状态不是办理中。</translation>
    </message>
    <message>
        <source>merges</source>
        <translation>并单</translation>
    </message>
    <message>
        <source>Its merges lead back to itself.</source>
        <translation>并单绕回了自身。</translation>
    </message>
    <message>
        <source>history</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>The chain of the history breaks here: this record or one before it was changed.</source>
        <translation>办理记录链在此中断：这一条或更早的一条被改动过。</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>The number giver stands at %1, but %2 is in use.</source>
        <translation>编号计数为 %1，但 %2 已被使用。</translation>
    </message>
    <message>
        <source>There are tickets, but no history.</source>
        <translation>有工单，却没有办理记录。</translation>
    </message>
    <message>
        <source>The guard that keeps the history from being changed is missing.</source>
        <translation>防止改动办理记录的保护已缺失。</translation>
    </message>
    <message>
        <source>The guard that keeps the search index up to date is missing.</source>
        <translation>使检索索引保持最新的触发器缺失。</translation>
    </message>
    <message>
        <source>search index</source>
        <translation>检索索引</translation>
    </message>
    <message>
        <source>The search index is not complete: searching reads every text, slowly. It is built on when the file is opened in the window.</source>
        <translation>检索索引尚未建完：检索时须逐条读取文本，较慢。在窗口中打开该文件时会继续建立。</translation>
    </message>
    <message>
        <source>The search index doesn&apos;t hold what the texts say. Build it anew with --rebuild-search.</source>
        <translation>检索索引与文本内容不一致。请用 --rebuild-search 重建。</translation>
    </message>
    <message>
        <source>The guard that keeps the kept figures up to date is missing.</source>
        <translation>使预存统计保持最新的触发器缺失。</translation>
    </message>
    <message>
        <source>kept figures</source>
        <translation>预存统计</translation>
    </message>
    <message>
        <source>The facts that are kept for this day are not those of its tickets. Repair them with --repair-counters.</source>
        <translation>该日预存的统计数据与工单不一致。请用 --repair-counters 修复。</translation>
    </message>
    <message>
        <source>The guard that keeps records what they are is missing.</source>
        <translation>保证记录编号不变的触发器缺失。</translation>
    </message>
    <message>
        <source>The chain of the access records breaks here: this record or one before it was changed.</source>
        <translation>查阅记录的校验链在此断开：这条或之前的记录被改动过。</translation>
    </message>
    <message>
        <source>attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>What an auditor sealed on %1 is not as it was: records up to then were changed or taken out, and the chain was made anew.</source>
        <translation>审计员于%1封存的记录已非原样：此前的记录曾被改动或删去，校验链曾被重做。</translation>
    </message>
    <message>
        <source>The guard that notes the newest moment of the records is missing.</source>
        <translation>登记最新记录时间的保护机制缺失。</translation>
    </message>
    <message>
        <source>What an auditor sealed on %1 was not as it was. %2 was told so, looked into it and began new seals on %3.</source>
        <translation>审计员于%1封存的记录曾与原样不符。%2已获提示并查核，于%3重新开始封存。</translation>
    </message>
    <message>
        <source>What somebody typed and did not save can&apos;t be read.</source>
        <translation>有一份尚未保存的填写内容无法读取。</translation>
    </message>
    <message>
        <source>It was typed by somebody who works here no longer, and ought to be gone.</source>
        <translation>这份尚未保存的填写内容属于已停用的用户，本应清除。</translation>
    </message>
    <message>
        <source>The text of this bulletin can&apos;t be read.</source>
        <translation>这一期简报的文本无法读取。</translation>
    </message>
    <message>
        <source>It is published, but its history doesn&apos;t tell it.</source>
        <translation>它已发布，但办理记录中没有发布记录。</translation>
    </message>
    <message>
        <source>It is not as it was published: its text or its figures were changed.</source>
        <translation>它与发布时不一致：文本或数据被改动过。</translation>
    </message>
    <message>
        <source>The result of the ballot is not what the votes give.</source>
        <translation>投票结果与选票不符。</translation>
    </message>
    <message>
        <source>Somebody has given more than ten votes.</source>
        <translation>有人投了十票以上。</translation>
    </message>
    <message>
        <source>More than ten cases are chosen.</source>
        <translation>入选案例超过十件。</translation>
    </message>
</context>
<context>
    <name>FileName</name>
    <message>
        <source>attachment</source>
        <translation>附件</translation>
    </message>
</context>
<context>
    <name>HotSpots</name>
    <message>
        <source>less than 0.01 % by chance</source>
        <translation>偶然出现的可能性不到 0.01%</translation>
    </message>
    <message>
        <source>%1 % by chance</source>
        <translation>偶然出现的可能性 %1%</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>上期 %1</translation>
    </message>
    <message>
        <source>%1 expected after the period before</source>
        <translation>按上期占比预计 %1 件</translation>
    </message>
    <message>
        <source>last year %1</source>
        <translation>去年同期 %1</translation>
    </message>
    <message>
        <source>%1 expected after last year</source>
        <translation>按去年同期占比预计 %1 件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a place and what is told of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <comment>telephone numbers</comment>
        <translation>
            <numerusform>%n 个号码</numerusform>
        </translation>
    </message>
    <message>
        <source>year before %1</source>
        <translation>此前一年 %1</translation>
    </message>
    <message>
        <source>Places were left out: choose a shorter period, of at most %L1 tickets.</source>
        <translation>未查找地点：请选择较短的时段（不超过 %L1 件）。</translation>
    </message>
    <message>
        <source>not compared with the year before</source>
        <translation>未与此前一年比较</translation>
    </message>
    <message>
        <source>Too little was received in the period before and last year, so growth can&apos;t be told.</source>
        <translation>上期和去年同期的工单太少，无法判断增长。</translation>
    </message>
    <message>
        <source>the period before and last year</source>
        <translation>上期和去年同期</translation>
    </message>
    <message>
        <source>the period before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>A category in an area is named when its share of all tickets has grown by half or more against %1, to at least %2 tickets (%3 pairs tested).</source>
        <translation>某区域某类诉求在全部工单中的占比，与%1相比增长一半以上且不少于 %2 件时列出（共检验 %3 组）。</translation>
    </message>
    <message>
        <source>A place is named when at least %1 tickets from %2 numbers tell of one matter there</source>
        <translation>同一地点同一事项有 %2 个以上号码反映不少于 %1 件时列出</translation>
    </message>
    <message>
        <source>%1; they are not tested while the search index is being built.</source>
        <translation>%1；检索索引尚在建立，暂不检验。</translation>
    </message>
    <message>
        <source>%1; with too little in the year before they are not tested.</source>
        <translation>%1；此前一年的工单太少，未作检验。</translation>
    </message>
    <message>
        <source>%1, more than the year before lets expect (%2 places tested).</source>
        <translation>%1，且须多于此前一年应有的件数（共检验 %2 处）。</translation>
    </message>
    <message>
        <source>The tests are exact one-sided binomial ones; of what they let pass, no more than %1 % is by chance (Benjamini–Hochberg). Merged tickets count.</source>
        <translation>检验采用单侧精确二项检验，通过检验的结果中偶然出现的不超过 %1%（本杰明尼—霍赫伯格法）；合并的工单计入。</translation>
    </message>
</context>
<context>
    <name>IncomingFile</name>
    <message>
        <source>“%1” is not there any more.</source>
        <translation>“%1”已不存在。</translation>
    </message>
    <message>
        <source>“%1” is a folder. Add the files in it.</source>
        <translation>“%1”是文件夹，请添加其中的文件。</translation>
    </message>
    <message>
        <source>“%1” is a device or a pipe, not a file.</source>
        <translation>“%1”是设备或管道，不是文件。</translation>
    </message>
    <message>
        <source>“%1” is the open case file itself.</source>
        <translation>“%1”就是当前打开的工单文件。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”是空文件。</translation>
    </message>
    <message>
        <source>“%1” is too large: it has %2, and an attachment at most %3.</source>
        <translation>“%1”太大：%2，单个附件不超过 %3。</translation>
    </message>
    <message>
        <source>“%1” was changed while it was read. Add it again when it is finished.</source>
        <translation>“%1”在读取过程中被改动，未添加。请在文件写完后重新添加。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: it is gone, or you have no right to.</source>
        <translation>“%1”无法读取：文件已不在，或没有读取权限。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2</source>
        <translation>“%1”无法读取：%2</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>LayoutBlocks</name>
    <message>
        <source>Total sentence</source>
        <translation>总量句</translation>
    </message>
    <message>
        <source>Total sentence in 10,000s</source>
        <translation>总量句（万件）</translation>
    </message>
    <message>
        <source>Calls, direct answers, dispatches</source>
        <translation>受理漏斗（来电、直办、转办）</translation>
    </message>
    <message>
        <source>State at the cut-off</source>
        <translation>截止累计</translation>
    </message>
    <message>
        <source>From superior platforms</source>
        <translation>上级平台交办</translation>
    </message>
    <message>
        <source>Request types</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>Categories with what lies below</source>
        <translation>诉求类别及其中各项</translation>
    </message>
    <message>
        <source>Categories, small ones merged</source>
        <translation>诉求类别（小类合并）</translation>
    </message>
    <message>
        <source>The first n categories</source>
        <translation>前N位</translation>
    </message>
    <message>
        <source>Topics told apart</source>
        <translation>单列专题</translation>
    </message>
    <message>
        <source>Hot topics</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Overdue units</source>
        <translation>超期单位</translation>
    </message>
    <message>
        <source>Handling times</source>
        <translation>办理时长</translation>
    </message>
    <message>
        <source>Call-backs</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Supervised items</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>结转</translation>
    </message>
    <message>
        <source>Model cases</source>
        <translation>典型案例</translation>
    </message>
    <message>
        <source>Outstanding problems</source>
        <translation>突出问题</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>意见和建议</translation>
    </message>
    <message>
        <source>Units: state of all tickets</source>
        <translation>承办单位办理情况表</translation>
    </message>
    <message>
        <source>Units in two columns side by side</source>
        <translation>承办单位两栏表</translation>
    </message>
    <message>
        <source>Units with shares and changes</source>
        <translation>承办单位占比、同比、环比表</translation>
    </message>
    <message>
        <source>Units in grades</source>
        <translation>承办单位考核分档表</translation>
    </message>
    <message>
        <source>Channels beside types</source>
        <translation>渠道与类型并列表</translation>
    </message>
    <message>
        <source>Channels: timeliness</source>
        <translation>渠道办理时效表</translation>
    </message>
    <message>
        <source>Categories in three columns</source>
        <translation>类别三栏表</translation>
    </message>
    <message>
        <source>Call centre</source>
        <translation>话务表</translation>
    </message>
    <message>
        <source>Annex table on a new page</source>
        <translation>附表（另起一页）</translation>
    </message>
    <message>
        <source>Chart of the categories</source>
        <translation>诉求类别图</translation>
    </message>
    <message>
        <source>Chart of the units</source>
        <translation>承办单位图</translation>
    </message>
    <message>
        <source>Chart of the types</source>
        <translation>诉求类型图</translation>
    </message>
    <message>
        <source>Chart of the channels</source>
        <translation>来源渠道图</translation>
    </message>
    <message>
        <source>Chart of the days</source>
        <translation>每日受理图</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Paragraph of your own words</source>
        <translation>自写段落</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Words of your own</source>
        <translation>自写文字</translation>
    </message>
    <message>
        <source>List of channels</source>
        <translation>渠道列表</translation>
    </message>
    <message>
        <source>List of request types</source>
        <translation>类型列表</translation>
    </message>
    <message>
        <source>List of categories</source>
        <translation>类别列表</translation>
    </message>
    <message>
        <source>List of topics</source>
        <translation>专题列表</translation>
    </message>
    <message>
        <source>List of units</source>
        <translation>单位列表</translation>
    </message>
    <message>
        <source>List of hot topics</source>
        <translation>热点列表</translation>
    </message>
    <message>
        <source>Of which: what lies below</source>
        <translation>其中：下级类别</translation>
    </message>
    <message>
        <source>Of which: boards of a channel</source>
        <translation>其中：渠道下的板块</translation>
    </message>
    <message>
        <source>Of which: by request type</source>
        <translation>其中：分诉求类型</translation>
    </message>
    <message>
        <source>Words that hold for some rows</source>
        <translation>附加语（仅部分行）</translation>
    </message>
    <message>
        <source>Several channels in one sentence</source>
        <translation>几个渠道合写一句</translation>
    </message>
    <message>
        <source>Words for all closed and part closed</source>
        <translation>全部办结、部分办结用语</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>分档</translation>
    </message>
    <message>
        <source>One more grade</source>
        <translation>再加一档</translation>
    </message>
</context>
<context>
    <name>LayoutEditor</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Title in the list</source>
        <translation>列表中的名称</translation>
    </message>
    <message>
        <source>Masthead</source>
        <translation>刊头</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Issue line</source>
        <translation>期号行</translation>
    </message>
    <message>
        <source>Line of an extra issue</source>
        <translation>增刊期号行</translation>
    </message>
    <message>
        <source>Series it is numbered in</source>
        <translation>编号所属刊系</translation>
    </message>
    <message>
        <source>A stretch within a month is called by the month</source>
        <translation>时段以月份称</translation>
    </message>
    <message>
        <source>Topics told apart</source>
        <translation>单列专题</translation>
    </message>
    <message>
        <source>Imprint</source>
        <translation>版记</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>何时印出</translation>
    </message>
    <message>
        <source>Words of the heading</source>
        <translation>标题文字</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>On a new page</source>
        <translation>另起一页</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Line above the cases</source>
        <translation>案例前导语</translation>
    </message>
    <message>
        <source>Each entry</source>
        <translation>每一项</translation>
    </message>
    <message>
        <source>Below each case</source>
        <translation>案例下文</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Chart of</source>
        <translation>图表内容</translation>
    </message>
    <message>
        <source>Table of</source>
        <translation>表格内容</translation>
    </message>
    <message>
        <source>List of</source>
        <translation>列出</translation>
    </message>
    <message>
        <source>Before the list</source>
        <translation>列表之前</translation>
    </message>
    <message>
        <source>The first entry</source>
        <translation>第一项</translation>
    </message>
    <message>
        <source>Between entries</source>
        <translation>各项之间</translation>
    </message>
    <message>
        <source>Before the last entry</source>
        <translation>最后一项之前</translation>
    </message>
    <message>
        <source>After the list</source>
        <translation>列表之后</translation>
    </message>
    <message>
        <source>The others together</source>
        <translation>其余合并为</translation>
    </message>
    <message>
        <source>Others named at most</source>
        <translation>合并时最多列名</translation>
    </message>
    <message>
        <source>Which channels</source>
        <translation>哪些渠道</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>从小到大</translation>
    </message>
    <message>
        <source>At most (first n)</source>
        <translation>最多列出（前几项）</translation>
    </message>
    <message>
        <source>With fewer: to the others</source>
        <translation>少于此数的归入其余</translation>
    </message>
    <message>
        <source>Only rows with</source>
        <translation>只列有此数的</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>只列这些</translation>
    </message>
    <message>
        <source>Only units of these groups</source>
        <translation>只列这些组别</translation>
    </message>
    <message>
        <source>Groups that come first</source>
        <translation>排在前面的组别</translation>
    </message>
    <message>
        <source>Names near the end</source>
        <translation>排在后面的名称</translation>
    </message>
    <message>
        <source>Columns side by side</source>
        <translation>并列栏数</translation>
    </message>
    <message>
        <source>Total row</source>
        <translation>合计行</translation>
    </message>
    <message>
        <source>Name of the total</source>
        <translation>合计行名称</translation>
    </message>
    <message>
        <source>Row below each group</source>
        <translation>每组小计行</translation>
    </message>
    <message>
        <source>Rows below rows</source>
        <translation>列出下级</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>名次依据</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Judged by the count of</source>
        <translation>以此数衡量</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>At least (%)</source>
        <translation>不低于（%）</translation>
    </message>
    <message>
        <source>At most (%)</source>
        <translation>不高于（%）</translation>
    </message>
    <message>
        <source>All closed</source>
        <translation>全部办结时</translation>
    </message>
    <message>
        <source>Part closed</source>
        <translation>部分办结时</translation>
    </message>
    <message>
        <source>All closed, one channel</source>
        <translation>仅一个渠道且已办结时</translation>
    </message>
    <message>
        <source>All closed, one ticket</source>
        <translation>仅一件且已办结时</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Decimals of percentages</source>
        <translation>百分比小数位</translation>
    </message>
    <message>
        <source>Zeros at the end</source>
        <translation>末尾的零</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>进位</translation>
    </message>
    <message>
        <source>Shares come to 100%</source>
        <translation>占比凑足百分之百</translation>
    </message>
    <message>
        <source>Decimals of 万</source>
        <translation>万件小数位</translation>
    </message>
    <message>
        <source>Compared in tickets below</source>
        <translation>低于此数按件数比较</translation>
    </message>
    <message>
        <source>Unit word</source>
        <translation>量词</translation>
    </message>
    <message>
        <source>outstanding problems</source>
        <translation>突出问题</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>意见和建议</translation>
    </message>
    <message>
        <source>model cases</source>
        <translation>典型办件</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>units</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>request types</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>days</source>
        <translation>每日受理</translation>
    </message>
    <message>
        <source>topics told apart</source>
        <translation>单列专题</translation>
    </message>
    <message>
        <source>hot topics</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>call traffic</source>
        <translation>话务</translation>
    </message>
    <message>
        <source>two tables side by side</source>
        <translation>两表并列</translation>
    </message>
    <message>
        <source>outside the total</source>
        <translation>不计入总量的</translation>
    </message>
    <message>
        <source>counted in the total</source>
        <translation>计入总量的</translation>
    </message>
    <message>
        <source>by count</source>
        <translation>按件数</translation>
    </message>
    <message>
        <source>as in the office&apos;s list</source>
        <translation>按本单位列表顺序</translation>
    </message>
    <message>
        <source>half up</source>
        <translation>四舍五入</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>舍去</translation>
    </message>
    <message>
        <source>not balanced</source>
        <translation>不凑</translation>
    </message>
    <message>
        <source>the last takes the rest</source>
        <translation>最后一项取余数</translation>
    </message>
    <message>
        <source>largest remainder</source>
        <translation>最大余数法</translation>
    </message>
    <message>
        <source>dropped (6%)</source>
        <translation>去掉（6%）</translation>
    </message>
    <message>
        <source>kept (6.0%)</source>
        <translation>保留（6.0%）</translation>
    </message>
    <message>
        <source>Head of the layout</source>
        <translation>版式概要</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Two tables</source>
        <translation>两表并列</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Of which</source>
        <translation>其中各项</translation>
    </message>
    <message>
        <source>Boards of a channel</source>
        <translation>渠道下的板块</translation>
    </message>
    <message>
        <source>Additional words</source>
        <translation>附加语</translation>
    </message>
    <message>
        <source>Words for the state</source>
        <translation>办理状态用语</translation>
    </message>
    <message>
        <source>Channels in one sentence</source>
        <translation>合写的渠道</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>分档</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他内容</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Only units of these grades</source>
        <translation>只列这些档的单位</translation>
    </message>
    <message>
        <source>best cases of the year</source>
        <translation>年度十佳案例</translation>
    </message>
    <message>
        <source>months</source>
        <translation>各月</translation>
    </message>
    <message>
        <source>grades of units</source>
        <translation>承办单位分档</translation>
    </message>
    <message>
        <source>by grade</source>
        <translation>按档次</translation>
    </message>
</context>
<context>
    <name>LayoutNames</name>
    <message>
        <source>period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>month or stretch</source>
        <translation>月份或时段</translation>
    </message>
    <message>
        <source>month in short</source>
        <translation>月份简称</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>this quarter</source>
        <translation>今年本季度</translation>
    </message>
    <message>
        <source>this quarter in short</source>
        <translation>本季度简称</translation>
    </message>
    <message>
        <source>cut-off day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>office</source>
        <translation>编印单位</translation>
    </message>
    <message>
        <source>hotline</source>
        <translation>热线名称</translation>
    </message>
    <message>
        <source>unit word</source>
        <translation>量词</translation>
    </message>
    <message>
        <source>issue number</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>running number</source>
        <translation>总期号</translation>
    </message>
    <message>
        <source>day of issue</source>
        <translation>印发日期</translation>
    </message>
    <message>
        <source>accepted per day</source>
        <translation>日均受理</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>requests before merging</source>
        <translation>合并前件次</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合并的件</translation>
    </message>
    <message>
        <source>base of the category shares</source>
        <translation>类别占比基数</translation>
    </message>
    <message>
        <source>answered directly</source>
        <translation>直接解答</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>calls of other matters</source>
        <translation>其他来电</translation>
    </message>
    <message>
        <source>valid calls</source>
        <translation>有效来电</translation>
    </message>
    <message>
        <source>invalid calls</source>
        <translation>无效来电</translation>
    </message>
    <message>
        <source>sent out</source>
        <translation>派出</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>dispatched and closed</source>
        <translation>转办办结</translation>
    </message>
    <message>
        <source>dispatched and open</source>
        <translation>转办在办</translation>
    </message>
    <message>
        <source>judged for timeliness</source>
        <translation>应按时办结</translation>
    </message>
    <message>
        <source>closed on time</source>
        <translation>按时办结</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>closed late</source>
        <translation>超期办结</translation>
    </message>
    <message>
        <source>open and overdue</source>
        <translation>超期未办</translation>
    </message>
    <message>
        <source>open and in time</source>
        <translation>未超期在办</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>redone</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>carried over</source>
        <translation>上期结转</translation>
    </message>
    <message>
        <source>carried over and closed</source>
        <translation>结转办结</translation>
    </message>
    <message>
        <source>carried over and open</source>
        <translation>结转在办</translation>
    </message>
    <message>
        <source>supervised</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>supervised and closed</source>
        <translation>督办办结</translation>
    </message>
    <message>
        <source>supervised and open</source>
        <translation>督办在办</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效受理</translation>
    </message>
    <message>
        <source>due for follow-up</source>
        <translation>应回访</translation>
    </message>
    <message>
        <source>tried to reach</source>
        <translation>已尝试回访</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>rated</source>
        <translation>参评</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>closure rate</source>
        <translation>办结率</translation>
    </message>
    <message>
        <source>direct answer rate</source>
        <translation>直接解答率</translation>
    </message>
    <message>
        <source>closure rate of the dispatched</source>
        <translation>转办办结率</translation>
    </message>
    <message>
        <source>on-time closure rate</source>
        <translation>按时办结率</translation>
    </message>
    <message>
        <source>return rate</source>
        <translation>退单率</translation>
    </message>
    <message>
        <source>redo rate</source>
        <translation>重办率</translation>
    </message>
    <message>
        <source>extension rate</source>
        <translation>延期率</translation>
    </message>
    <message>
        <source>follow-up rate</source>
        <translation>回访率</translation>
    </message>
    <message>
        <source>reached rate</source>
        <translation>接通回访率</translation>
    </message>
    <message>
        <source>satisfaction rate</source>
        <translation>满意率</translation>
    </message>
    <message>
        <source>solved rate</source>
        <translation>解决率</translation>
    </message>
    <message>
        <source>mean days</source>
        <translation>平均天数</translation>
    </message>
    <message>
        <source>median days</source>
        <translation>天数中位数</translation>
    </message>
    <message>
        <source>mean days of enterprises</source>
        <translation>企业诉求平均天数</translation>
    </message>
    <message>
        <source>mean working days</source>
        <translation>平均工作日</translation>
    </message>
    <message>
        <source>median working days</source>
        <translation>工作日中位数</translation>
    </message>
    <message>
        <source>mean working days of enterprises</source>
        <translation>企业诉求平均工作日</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>name with 问题</source>
        <translation>名称加“问题”</translation>
    </message>
    <message>
        <source>name with 类</source>
        <translation>名称加“类”</translation>
    </message>
    <message>
        <source>name of the category above</source>
        <translation>上级类别</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>group</source>
        <translation>单位组别</translation>
    </message>
    <message>
        <source>count</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>replied in time</source>
        <translation>及时回复</translation>
    </message>
    <message>
        <source>timely reply rate</source>
        <translation>及时回复率</translation>
    </message>
    <message>
        <source>led</source>
        <translation>牵头</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>集中地区</translation>
    </message>
    <message>
        <source>number of areas</source>
        <translation>地区数</translation>
    </message>
    <message>
        <source>what people say</source>
        <translation>反映内容</translation>
    </message>
    <message>
        <source>number of matters</source>
        <translation>反映内容数</translation>
    </message>
    <message>
        <source>一, 二, 三</source>
        <translation>序号（一二三）</translation>
    </message>
    <message>
        <source>1, 2, 3</source>
        <translation>序号（123）</translation>
    </message>
    <message>
        <source>of which</source>
        <translation>其中各项</translation>
    </message>
    <message>
        <source>by type</source>
        <translation>分类型</translation>
    </message>
    <message>
        <source>additions</source>
        <translation>附加语</translation>
    </message>
    <message>
        <source>state</source>
        <translation>办理状态</translation>
    </message>
    <message>
        <source>names</source>
        <translation>各项名称</translation>
    </message>
    <message>
        <source>names without 问题</source>
        <translation>各项名称（不带“问题”）</translation>
    </message>
    <message>
        <source>how many kinds</source>
        <translation>项数</translation>
    </message>
    <message>
        <source>together</source>
        <translation>共</translation>
    </message>
    <message>
        <source>how many are named</source>
        <translation>列出的项数</translation>
    </message>
    <message>
        <source>count of those named</source>
        <translation>列出的合计</translation>
    </message>
    <message>
        <source>share of those named</source>
        <translation>列出的合计占比</translation>
    </message>
    <message>
        <source>count of all</source>
        <translation>全部件数</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>分档</translation>
    </message>
    <message>
        <source>reason of the grade</source>
        <translation>分档说明</translation>
    </message>
    <message>
        <source>title of the case</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>unit of the case</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>result of the case</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>answer rate</source>
        <translation>接通率</translation>
    </message>
    <message>
        <source>mean wait in seconds</source>
        <translation>平均等待秒数</translation>
    </message>
    <message>
        <source>mean talk in seconds</source>
        <translation>平均通话秒数</translation>
    </message>
    <message>
        <source>a cut-off of its own</source>
        <translation>另定截止时间</translation>
    </message>
    <message>
        <source>topics told apart</source>
        <translation>单列专题</translation>
    </message>
    <message>
        <source>tickets due for follow-up</source>
        <translation>应回访件</translation>
    </message>
    <message>
        <source>tickets that were closed</source>
        <translation>办结件</translation>
    </message>
    <message>
        <source>closed tickets of enterprises</source>
        <translation>企业诉求办结件</translation>
    </message>
    <message>
        <source>tickets in the period before</source>
        <translation>上期受理件</translation>
    </message>
    <message>
        <source>tickets a year ago</source>
        <translation>去年同期受理件</translation>
    </message>
    <message>
        <source>hot topics</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>a whole year</source>
        <translation>全年时段</translation>
    </message>
    <message>
        <source>in 10,000s</source>
        <translation>万</translation>
    </message>
    <message>
        <source>with sign</source>
        <translation>带正负号</translation>
    </message>
    <message>
        <source>in tickets</source>
        <translation>按件数</translation>
    </message>
    <message>
        <source>in tickets with sign</source>
        <translation>按件数带正负号</translation>
    </message>
    <message>
        <source>%1, change against the period before</source>
        <translation>%1环比</translation>
    </message>
    <message>
        <source>%1, change against last year</source>
        <translation>%1同比</translation>
    </message>
    <message>
        <source>%1 (own)</source>
        <translation>%1（本版式）</translation>
    </message>
    <message>
        <source>if: %1</source>
        <translation>有%1时</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between conditions</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>if not: %1</source>
        <translation>没有%1时</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终印出</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between conditions</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>units with a grade</source>
        <translation>分档单位数</translation>
    </message>
    <message>
        <source>units without a grade</source>
        <translation>不分档单位数</translation>
    </message>
    <message>
        <source>least number for a grade</source>
        <translation>分档最少件数</translation>
    </message>
    <message>
        <source>units of the grade</source>
        <translation>本档单位</translation>
    </message>
    <message>
        <source>what the grade takes</source>
        <translation>本档条件</translation>
    </message>
    <message>
        <source>accepted by the issue of the month</source>
        <translation>当月通报受理</translation>
    </message>
    <message>
        <source>closed by the issue of the month</source>
        <translation>当月通报办结</translation>
    </message>
    <message>
        <source>cut-off of the issue of the month</source>
        <translation>当月通报截止日</translation>
    </message>
    <message>
        <source>closed since that issue</source>
        <translation>通报后办结</translation>
    </message>
    <message>
        <source>accepted added since that issue</source>
        <translation>通报后补录受理</translation>
    </message>
    <message>
        <source>closed among those added since that issue</source>
        <translation>通报后补录中已办结</translation>
    </message>
    <message>
        <source>accepted gone since that issue</source>
        <translation>通报后减少受理</translation>
    </message>
    <message>
        <source>closed then, not now</source>
        <translation>当时已办结现未办结</translation>
    </message>
    <message>
        <source>differences from that issue</source>
        <translation>与当月通报的差异</translation>
    </message>
    <message>
        <source>best cases</source>
        <translation>十佳案例数</translation>
    </message>
    <message>
        <source>cases nominated</source>
        <translation>推荐案例数</translation>
    </message>
    <message>
        <source>voters</source>
        <translation>投票人数</translation>
    </message>
    <message>
        <source>votes given</source>
        <translation>得票总数</translation>
    </message>
    <message>
        <source>all units of the case</source>
        <translation>案例各承办单位</translation>
    </message>
    <message>
        <source>reason of the nomination</source>
        <translation>推荐理由</translation>
    </message>
    <message>
        <source>place of the case</source>
        <translation>案例名次</translation>
    </message>
    <message>
        <source>votes of the case</source>
        <translation>案例得票</translation>
    </message>
    <message>
        <source>several months</source>
        <translation>有多个月份</translation>
    </message>
    <message>
        <source>a month with a published issue</source>
        <translation>有月份已发布通报</translation>
    </message>
    <message>
        <source>all months with published issues</source>
        <translation>各月均已发布通报</translation>
    </message>
    <message>
        <source>a month that differs from its issue</source>
        <translation>有月份与当月通报不一致</translation>
    </message>
    <message>
        <source>published issues of months</source>
        <translation>已发布的月度通报数</translation>
    </message>
</context>
<context>
    <name>Login</name>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>用户名或密码不正确。</translation>
    </message>
    <message>
        <source>After %1 wrong passwords this account is locked until %2. An administrator can unlock it.</source>
        <translation>密码连续输错 %1 次，此账号锁定至 %2。系统管理员可以解锁。</translation>
    </message>
    <message>
        <source>This account has no password yet. An administrator has to give it one.</source>
        <translation>此账号还没有密码，请系统管理员设置。</translation>
    </message>
    <message>
        <source>After %1 wrong passwords in a row the account is locked until %2.</source>
        <translation>密码连续输错 %1 次，账号锁定至 %2。</translation>
    </message>
    <message>
        <source>This password was given by somebody else. Open the file for writing once and choose your own.</source>
        <translation>此密码由他人设置。请先以可写方式打开文件，改成自己的密码。</translation>
    </message>
    <message>
        <source>%1 has a password that somebody else gave. Whoever agrees logs in once and chooses another one.</source>
        <translation>%1 的密码是他人设置的。同意人须先登录一次，改成自己的密码。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>No holiday is found in it. A notice tells them as “一、元旦：1月1日（周四）至3日（周六）放假 …”.</source>
        <translation>未找到节假日。通知中应写作“一、元旦：1月1日（周四）至3日（周六）放假……”。</translation>
    </message>
    <message>
        <source>“%1” is missing: the notice is not whole.</source>
        <translation>缺少“%1”，通知不完整。</translation>
    </message>
    <message>
        <source>There are no days in it.</source>
        <translation>其中没有日期。</translation>
    </message>
    <message>
        <source>This day doesn&apos;t belong to %1.</source>
        <translation>这一天不属于 %1 年。</translation>
    </message>
    <message>
        <source>The year %1 is not in it.</source>
        <translation>其中没有 %1 年。</translation>
    </message>
    <message>
        <source>It is not of the form of the calendar file: %1.</source>
        <translation>不是日历文件的格式：%1。</translation>
    </message>
    <message>
        <source>It doesn&apos;t say which day.</source>
        <translation>没有写明是哪一天。</translation>
    </message>
    <message>
        <source>It doesn&apos;t say whether this is free or worked.</source>
        <translation>没有写明是放假还是上班。</translation>
    </message>
    <message>
        <source>This can&apos;t be read.</source>
        <translation>无法识别。</translation>
    </message>
    <message>
        <source>There are no free days before it.</source>
        <translation>前面没有放假的日期。</translation>
    </message>
    <message>
        <source>The days before it are %1.</source>
        <translation>前面的日期共 %1 天。</translation>
    </message>
    <message>
        <source>The span doesn&apos;t end after its start, or is too long.</source>
        <translation>起止日期颠倒，或时间过长。</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>这不是日期。</translation>
    </message>
    <message>
        <source>There is no such day in %1.</source>
        <translation>%1 年没有这一天。</translation>
    </message>
    <message>
        <source>%1 is a %2, not a %3. Is this the right year?</source>
        <translation>%1 是%2，不是%3。年份对吗？</translation>
    </message>
    <message>
        <source>%1 stands there twice.</source>
        <translation>%1 重复出现。</translation>
    </message>
    <message>
        <source>%1 would be both free and worked.</source>
        <translation>%1 既放假又上班，前后矛盾。</translation>
    </message>
    <message>
        <source>%1 is a %2, which is worked anyway.</source>
        <translation>%1 是%2，本来就上班。</translation>
    </message>
    <message>
        <source>A row has three fields: date, name, working.</source>
        <translation>每行应有三项：日期、名称、上班。</translation>
    </message>
    <message>
        <source>“%1” is no day. Write it as 2027-01-01.</source>
        <translation>“%1”不是日期，请写作 2027-01-01。</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>名称为空。</translation>
    </message>
    <message>
        <source>“%1” is neither 1 (worked) nor 0 (free).</source>
        <translation>“%1”既不是 1（上班）也不是 0（放假）。</translation>
    </message>
    <message>
        <source>Line %1, column %2: “%3”: %4</source>
        <translation>第 %1 行第 %2 字“%3”：%4</translation>
    </message>
    <message>
        <source>This is too long for a notice.</source>
        <translation>内容过长，不像一份通知。</translation>
    </message>
    <message>
        <source>It names no free day.</source>
        <translation>该项没有放假日期。</translation>
    </message>
</context>
<context>
    <name>Passwords</name>
    <message>
        <source>The password needs at least %1 signs.</source>
        <translation>密码至少需要 %1 个字符。</translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>密码过长。</translation>
    </message>
    <message>
        <source>The password is one sign over and over.</source>
        <translation>密码是同一个字符的重复。</translation>
    </message>
    <message>
        <source>The password holds the user&apos;s own name.</source>
        <translation>密码中含有用户自己的名称。</translation>
    </message>
    <message>
        <source>Such a password is tried first. Choose another one.</source>
        <translation>这类密码最容易被试出来，请换一个。</translation>
    </message>
    <message>
        <source>Digits alone are guessed quickly. Add letters or other signs.</source>
        <translation>纯数字很容易被猜出，请加入字母或其他字符。</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>“%1” is not the backup that was verified: its bytes or its counts are others. Nothing was restored from it.</source>
        <translation>“%1”已不是校验过的那份备份：内容或数量不符。没有从中恢复任何内容。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2</source>
        <translation>“%1”无法读取：%2</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written: %2</source>
        <translation>“%1”无法写入：%2</translation>
    </message>
    <message>
        <source>“%1” could not be written to its end; the disk may be full.</source>
        <translation>“%1”未能写完，磁盘可能已满。</translation>
    </message>
    <message>
        <source>“%1” is open as a case file. Choose a backup of it.</source>
        <translation>“%1”是正在使用的工单文件，请选择它的备份。</translation>
    </message>
    <message>
        <source>“%1” was left by a program in the middle of its work: it is no whole backup. Open it once for writing, or choose another.</source>
        <translation>“%1”写到一半时程序中断，不是完整的备份。请先打开它一次（可写），或另选一份。</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>The accounts of this backup have passwords: two of those who work there restore it.</source>
        <translation>这份备份中的账号设有密码：须由其中两人共同恢复。</translation>
    </message>
    <message>
        <source>Everything is as it was; the restored file is “%1”.</source>
        <translation>一切保持原样；恢复出的文件为“%1”。</translation>
    </message>
    <message>
        <source>What stood there lies as “%1” now, the restored file as “%2”. Nothing was deleted: give one of them its name by hand.</source>
        <translation>原有文件现为“%1”，恢复出的文件为“%2”。未删除任何文件，请手工把其中一个改回原名。</translation>
    </message>
    <message>
        <source>“%1” could not be moved aside.</source>
        <translation>“%1”无法移到一旁。</translation>
    </message>
    <message>
        <source>The restored file could not be given the name “%1”.</source>
        <translation>恢复出的文件无法命名为“%1”。</translation>
    </message>
    <message>
        <source>%1-replaced-%2.%3</source>
        <comment>name of a file</comment>
        <translation>%1-被替换-%2.%3</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>From %1 to %2 it is %3.</source>
        <translation>由%1到%2，应为%3。</translation>
    </message>
    <message>
        <source>The count goes the other way: %1%2.</source>
        <translation>与件数的增减方向相反：%1%2。</translation>
    </message>
    <message>
        <source>%1 of %2 before is %3.</source>
        <translation>%1占上一时段%2的%3。</translation>
    </message>
    <message>
        <source>It is printed of the number now.</source>
        <translation>疑似以本期数为基数计算。</translation>
    </message>
    <message>
        <source>From %1 to %2 goes the other way.</source>
        <translation>由%1到%2，方向相反。</translation>
    </message>
    <message>
        <source>Nothing gets less by more than 100%.</source>
        <translation>降幅不会超过 100%。</translation>
    </message>
    <message>
        <source>The change of a rate is told in percentage points (个百分点).</source>
        <translation>比率的增减应以“个百分点”表述。</translation>
    </message>
    <message>
        <source>%1 of %2 is %3.</source>
        <translation>%1占%2的%3。</translation>
    </message>
    <message>
        <source>The parts and their shares are of %1, the total says %2: these are two populations, or the total is wrong.</source>
        <translation>各项及其占比以%1为基数，而总数为%2：两者口径不同，或总数有误。</translation>
    </message>
    <message>
        <source>The parts add up to %1, not to %2; by its share of %3 this one is %4.</source>
        <translation>各项合计%1，与%2不符；按占比%3推算，此项应为%4。</translation>
    </message>
    <message>
        <source>The parts add up to %1, not to %2.</source>
        <translation>各项合计%1，与%2不符。</translation>
    </message>
    <message>
        <source>It is the share of its neighbour %1.</source>
        <translation>疑似误抄了相邻%1的占比。</translation>
    </message>
    <message>
        <source>These shares are of about %1, a number that the text doesn&apos;t name; of %2 it would be %3.</source>
        <translation>这些占比约以%1为基数，文中未见此数；若以%2为基数，应为%3。</translation>
    </message>
    <message>
        <source>With what is named before it this makes %1, not %2.</source>
        <translation>与前述各项相加为%1，与%2不符。</translation>
    </message>
    <message>
        <source>What is named before it adds up to %1, not to %2.</source>
        <translation>前列各项合计%1，与%2不符。</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>没有这一天。</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n day(s) are %2 a day.</source>
        <translation>
            <numerusform>%1除以%n天，日均应为%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>The title says: %1.</source>
        <translation>标题为：%1。</translation>
    </message>
    <message>
        <source>No rate of this kind is more than 100%.</source>
        <translation>此类比率不会超过 100%。</translation>
    </message>
    <message>
        <source>No whole number of %1 is %2.</source>
        <translation>%1中没有任何整数能得出%2。</translation>
    </message>
    <message>
        <source>More closed than received: %1 of %2.</source>
        <translation>办结数多于受理数：%2中办结%1。</translation>
    </message>
    <message>
        <source>%1 closed and %2 open make %3, not %4.</source>
        <translation>办结%1、在办%2，合计%3，与%4不符。</translation>
    </message>
    <message>
        <source>All are closed, and some are open.</source>
        <translation>既写全部办结，又写尚有在办。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” is too large for a bulletin.</source>
        <translation>“%1”过大，不像是一期简报。</translation>
    </message>
    <message>
        <source>“%1” is no text. Save the bulletin as .docx, .html or .txt.</source>
        <translation>“%1”不是文本文件。请将简报另存为 .docx、.html 或 .txt。</translation>
    </message>
    <message>
        <source>“%1” is no text in UTF-8 or GB18030.</source>
        <translation>“%1”不是 UTF-8 或 GB18030 编码的文本。</translation>
    </message>
    <message>
        <source>%1: %2 closed and %3 open make %4, not %5.</source>
        <translation>%1：办结%2、在办%3，合计%4，与%5不符。</translation>
    </message>
    <message>
        <source>%1: more closed than received.</source>
        <translation>%1：办结数多于承办数。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 is %4.</source>
        <translation>%1：%2占%3的%4。</translation>
    </message>
    <message>
        <source>The rows add up to %1, not to %2.</source>
        <translation>各行合计%1，与%2不符。</translation>
    </message>
    <message>
        <source>The table adds up to %1, the text says %2.</source>
        <translation>表中合计%1，正文为%2。</translation>
    </message>
    <message>
        <source>Against the period before it is 环比.</source>
        <translation>与上一时段相比，应为“环比”。</translation>
    </message>
    <message>
        <source>Against the same period last year it is 同比.</source>
        <translation>与去年同期相比，应为“同比”。</translation>
    </message>
    <message>
        <source>A number is missing here.</source>
        <translation>此处缺少数字。</translation>
    </message>
    <message>
        <source>From %1 to %2 it is %3</source>
        <translation>由%1到%2，应为%3</translation>
    </message>
    <message>
        <source>%1 and %2 agree</source>
        <translation>%1与%2相符</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) add up to %1</source>
        <translation>
            <numerusform>%n 项合计%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 is %3</source>
        <translation>%1占%2的%3</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n day(s) are %2 a day</source>
        <translation>
            <numerusform>%1除以%n天，日均%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Title and text tell of the same time: %1</source>
        <translation>标题与正文时段一致：%1</translation>
    </message>
    <message>
        <source>%1: not to be published.</source>
        <translation>%1不得公开。</translation>
    </message>
    <message>
        <source>It may be a citizen&apos;s: %1.</source>
        <translation>可能是群众的%1，请核实。</translation>
    </message>
    <message>
        <source>%1 = %2 closed + %3 open</source>
        <translation>%1＝办结%2＋在办%3</translation>
    </message>
    <message>
        <source>%1, %2 closed and %3 open agree</source>
        <translation>%1与办结%2、在办%3相符</translation>
    </message>
    <message>
        <source>%1 agrees with its counts</source>
        <translation>%1与件数相符</translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) of the table received = closed + open</source>
        <translation>
            <numerusform>表中%n行承办＝办结＋在办</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) of the table the rate agrees with its counts</source>
        <translation>
            <numerusform>表中%n行办结率与件数相符</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows of the table add up to %1</source>
        <translation>表中各行合计%1</translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) of the table the share agrees with its count</source>
        <translation>
            <numerusform>表中%n行占比与件数相符</numerusform>
        </translation>
    </message>
    <message>
        <source>The table adds up to %1, as the text says</source>
        <translation>表中合计%1，与正文一致</translation>
    </message>
    <message>
        <source>With what is named before it %1 makes %2</source>
        <translation>%1与前述各项相加为%2</translation>
    </message>
    <message>
        <source>What is told of them makes %1, not %2.</source>
        <translation>所列各项合计%1件，与%2不符。</translation>
    </message>
    <message>
        <source>With %1 answered at once it makes %2, more than %3.</source>
        <translation>与直接答复的%1相加为%2件，多于%3。</translation>
    </message>
    <message>
        <source>It is a part of %1, and more.</source>
        <translation>它是%1中的一部分，却比其多。</translation>
    </message>
    <message>
        <source>The answers are %1, more than %2.</source>
        <translation>各项评价合计%1，多于%2。</translation>
    </message>
    <message>
        <source>It isn&apos;t what %1 and %2 give.</source>
        <translation>与%1、%2推算的结果不符。</translation>
    </message>
    <message>
        <source>The change of a count is told in per cent, not in percentage points.</source>
        <translation>件数的增减应以%表示，不用个百分点。</translation>
    </message>
    <message>
        <source>Its end is before its beginning.</source>
        <translation>止日早于起日。</translation>
    </message>
    <message>
        <source>%1 and %2 are more than 100%.</source>
        <translation>%1与%2相加超过100%。</translation>
    </message>
    <message>
        <source>All are closed, and this is less.</source>
        <translation>前称全部办结，此率却不足100%。</translation>
    </message>
    <message>
        <source>A per cent sign is missing here.</source>
        <translation>此处缺百分号。</translation>
    </message>
    <message>
        <source>The answers are %1, less than %2.</source>
        <translation>各项评价合计%1，少于%2。</translation>
    </message>
    <message>
        <source>No share is more than 100%.</source>
        <translation>占比不可能超过100%。</translation>
    </message>
    <message>
        <source>These shares add up to %1%.</source>
        <translation>这几项占比合计为%1%。</translation>
    </message>
    <message>
        <source>%1: from %2 to %3 it is %4.</source>
        <translation>%1：由%2到%3，应为%4。</translation>
    </message>
    <message>
        <source>It isn&apos;t what %1 says.</source>
        <translation>与%1不符。</translation>
    </message>
    <message>
        <source>From %1 to %2 it is %3 times more.</source>
        <translation>由%1到%2，增长%3倍。</translation>
    </message>
    <message>
        <source>From %1 to %2 it is %3 times as much.</source>
        <translation>由%1到%2，是原来的%3倍。</translation>
    </message>
    <message>
        <source>The parts add up to %1, not to %2; with two digits exchanged it would be %3.</source>
        <translation>各项之和为%1，不是%2；若两位数字写颠倒，应为%3。</translation>
    </message>
    <message>
        <source>It is before the time that it is told of.</source>
        <translation>截止日期早于所述时段。</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n month(s) are %2 a month</source>
        <translation>
            <numerusform>%1除以%n个月，月均%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n month(s) are %2 a month.</source>
        <translation>
            <numerusform>%1除以%n个月，月均应为%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are open, and this is all.</source>
        <translation>还有%1未办结，却称全部办结。</translation>
    </message>
    <message>
        <source>It stands for %1, and isn&apos;t the same.</source>
        <translation>与%1不是同一个数。</translation>
    </message>
    <message>
        <source>Line %1 says %2: a digit may have slipped.</source>
        <translation>第%1行为%2，可能有一位数字写错。</translation>
    </message>
    <message>
        <source>%1 of %2 is %3: a digit may have slipped.</source>
        <translation>%1占%2的%3，可能有一位数字写错。</translation>
    </message>
    <message>
        <source>Behind it %1 are listed.</source>
        <translation>其后列出%1项。</translation>
    </message>
    <message>
        <source>It is more than the one before it, %1.</source>
        <translation>大于排在它前面的%1。</translation>
    </message>
    <message>
        <source>The word and the sign each say which way it goes.</source>
        <translation>文字和正负号重复表示增减。</translation>
    </message>
    <message>
        <source>The unit stands twice.</source>
        <translation>单位重复。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: the columns add up to %2, not to %3.</source>
        <translation>%1：各栏合计%2，与%3不符。</translation>
    </message>
</context>
<context>
    <name>RoleSeparation</name>
    <message>
        <source>Where three or more work, supervisor, administrator and auditor are three persons, so that each sees what the others do. Leave one of them to “%1”.</source>
        <translation>在岗三人以上时，主任、系统管理员、审计员须由三人分任，互相监督。“%1”只能担任其中一项。</translation>
    </message>
    <message>
        <source>Nobody gives himself a role where three or more work. Ask %1, who is administrator too.</source>
        <translation>在岗三人以上时，不能给自己增加角色。请由另一位系统管理员%1办理。</translation>
    </message>
</context>
<context>
    <name>SafeFile</name>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>“%1”无法写入：%2</translation>
    </message>
    <message>
        <source>There is already a file “%1”. It was left as it is.</source>
        <translation>已有文件“%1”，未作改动。</translation>
    </message>
</context>
<context>
    <name>SimilarPanel</name>
    <message>
        <source>same estate</source>
        <translation>同一小区</translation>
    </message>
    <message>
        <source>same building</source>
        <translation>同一楼栋</translation>
    </message>
    <message>
        <source>same unit</source>
        <translation>同一单元</translation>
    </message>
    <message>
        <source>same flat</source>
        <translation>同一户</translation>
    </message>
    <message>
        <source>same number</source>
        <translation>同一号码</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) in common</source>
        <translation>
            <numerusform>%n 处相同</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Spreadsheet</name>
    <message>
        <source>it is not in UTF-8</source>
        <translation>编码不是 UTF-8</translation>
    </message>
    <message>
        <source>a text in it is too long</source>
        <translation>其中一段文字过长</translation>
    </message>
    <message>
        <source>it has a document type, which no spreadsheet program writes</source>
        <translation>含有文档类型声明，电子表格软件不会写出这种内容</translation>
    </message>
    <message>
        <source>an element in it has too many attributes</source>
        <translation>其中一个元素的属性过多</translation>
    </message>
    <message>
        <source>%1, at cell %2</source>
        <comment>part of a file</comment>
        <translation>%1，单元格 %2</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: %1 (%2). Open it in the spreadsheet program, save it under another name and import that.</source>
        <translation>文件无法读取：%1（%2）。请在 WPS 或 Excel 中打开，另存为其他文件名后再导入。</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>its elements stand in each other too deep</source>
        <translation>元素嵌套过深</translation>
    </message>
    <message>
        <source>a text is longer than 1 MB</source>
        <translation>一段文字超过 1 MB</translation>
    </message>
    <message>
        <source>it holds no texts</source>
        <translation>其中没有文字</translation>
    </message>
    <message>
        <source>it holds more text than can be read at once</source>
        <translation>文字总量过大，无法一次读取</translation>
    </message>
    <message>
        <source>it holds no cells</source>
        <translation>其中没有单元格</translation>
    </message>
    <message>
        <source>its merged cells can&apos;t be read</source>
        <translation>合并单元格的范围无法读取</translation>
    </message>
    <message>
        <source>its rows are not in order</source>
        <translation>各行的顺序有误</translation>
    </message>
    <message>
        <source>it has more rows than a sheet can</source>
        <translation>行数超过工作表的上限</translation>
    </message>
    <message>
        <source>its cells are not in order</source>
        <translation>各单元格的顺序有误</translation>
    </message>
    <message>
        <source>it has more than %1 columns</source>
        <translation>超过 %1 列</translation>
    </message>
    <message>
        <source>a cell points to a text that the file doesn&apos;t hold</source>
        <translation>有单元格引用了文件中没有的文字</translation>
    </message>
    <message>
        <source>“%1” is no date</source>
        <translation>“%1”不是日期</translation>
    </message>
    <message>
        <source>a cell is of an unknown kind</source>
        <translation>有单元格的类型无法识别</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>“%1” has %2 rows or more, and a sheet of a spreadsheet holds no more than %3. Choose a shorter period, or CSV.</source>
        <translation>“%1”有 %2 行以上，而一个工作表最多容纳 %3 行。请缩短期间，或改用 CSV。</translation>
    </message>
    <message>
        <source>A text of %1 characters is too long for a cell of a spreadsheet (sheet “%2”, cell %3). Export CSV instead, which holds it.</source>
        <translation>一段 %1 个字的文字超出电子表格单元格的上限（工作表“%2”，单元格 %3）。请改为导出 CSV，CSV 可以容纳。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>This is a spreadsheet in an old form (.xls or .et). Open it in WPS or Excel, save it as “Excel workbook (*.xlsx)” and import that.</source>
        <translation>这是旧格式的电子表格（.xls 或 .et）。请在 WPS 或 Excel 中打开，另存为“Excel 工作簿 (*.xlsx)”后再导入。</translation>
    </message>
    <message>
        <source>This spreadsheet is protected by a password. Open it in WPS or Excel with the password, take the password off under “File › Info” (WPS: “Document encryption”), save it and import it again.</source>
        <translation>这个电子表格设有打开密码。请用密码在 WPS 或 Excel 中打开，在“文件 › 信息”（WPS 为“文件 › 文档加密”）中取消密码，保存后重新导入。</translation>
    </message>
    <message>
        <source>This is a binary workbook (.xlsb). Open it in Excel, save it as “Excel workbook (*.xlsx)” and import that.</source>
        <translation>这是二进制工作簿（.xlsb）。请在 Excel 中打开，另存为“Excel 工作簿 (*.xlsx)”后再导入。</translation>
    </message>
    <message>
        <source>This is an OpenDocument spreadsheet (.ods). Open it in WPS, LibreOffice or Excel, save it as “Excel workbook (*.xlsx)” and import that.</source>
        <translation>这是 OpenDocument 电子表格（.ods）。请在 WPS、LibreOffice 或 Excel 中打开，另存为“Excel 工作簿 (*.xlsx)”后再导入。</translation>
    </message>
    <message>
        <source>This is a compressed folder or a document, and no spreadsheet. Unpack it, or save the table in it as “Excel workbook (*.xlsx)”, and import that.</source>
        <translation>这是压缩包或其他文档，不是电子表格。请解压，或把其中的表格另存为“Excel 工作簿 (*.xlsx)”后再导入。</translation>
    </message>
    <message>
        <source>This is a web page under the name of a table, as some web systems give them out. Open it in WPS or Excel, save it as “Excel workbook (*.xlsx)” and import that.</source>
        <translation>这其实是网页，只是用了表格的文件名，有些网上系统导出的就是这样。请在 WPS 或 Excel 中打开，另存为“Excel 工作簿 (*.xlsx)”后再导入。</translation>
    </message>
    <message>
        <source>This is an XML table of Excel 2003. Open it in WPS or Excel, save it as “Excel workbook (*.xlsx)” and import that.</source>
        <translation>这是 Excel 2003 的 XML 表格。请在 WPS 或 Excel 中打开，另存为“Excel 工作簿 (*.xlsx)”后再导入。</translation>
    </message>
    <message>
        <source>The file is no spreadsheet in the form .xlsx. Open it in WPS or Excel, save it as “Excel workbook (*.xlsx)” and import that.</source>
        <translation>文件不是 .xlsx 格式的电子表格。请在 WPS 或 Excel 中打开，另存为“Excel 工作簿 (*.xlsx)”后再导入。</translation>
    </message>
    <message>
        <source>the sheet “%1” is missing</source>
        <translation>缺少工作表“%1”</translation>
    </message>
    <message>
        <source>the sheet “%1” lies outside the file</source>
        <translation>工作表“%1”指向文件之外</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>There is already a file “%1”. It was left as it is.</source>
        <translation>已有文件“%1”，未作改动。</translation>
    </message>
    <message>
        <source>it could not be given its name.</source>
        <translation>无法改为最终的文件名。</translation>
    </message>
    <message>
        <source>there is not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>the disk may be full, or the folder for temporary files.</source>
        <translation>磁盘或临时文件夹可能已满。</translation>
    </message>
    <message>
        <source>a sheet can&apos;t be named “%1”.</source>
        <translation>工作表不能命名为“%1”。</translation>
    </message>
    <message>
        <source>The file is damaged, or was not copied to its end (%1). Fetch it again, or open it in the spreadsheet program and save it under another name.</source>
        <translation>文件已损坏，或没有复制完整（%1）。请重新取得文件，或在 WPS、Excel 中打开后另存为其他文件名。</translation>
    </message>
    <message>
        <source>The file unpacks to more than a table can be (%1). It was not read, for it may have been made to do harm.</source>
        <translation>文件解压后大小异常（%1）。为防恶意文件，未予读取。</translation>
    </message>
    <message>
        <source>its table of contents can&apos;t be read</source>
        <translation>目录无法读取</translation>
    </message>
    <message>
        <source>%1 parts</source>
        <translation>%1 个部分</translation>
    </message>
    <message>
        <source>“%1” is larger than the file</source>
        <translation>“%1”比文件本身还大</translation>
    </message>
    <message>
        <source>two parts bear the name “%1”</source>
        <translation>有两个部分同名“%1”</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>its parts overlap</source>
        <translation>各部分互相重叠</translation>
    </message>
    <message>
        <source>its part “%1” is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>“%1” is larger than it says</source>
        <translation>“%1”的实际大小超过所标大小</translation>
    </message>
    <message>
        <source>The file is protected by a password. Open it in the spreadsheet program, save it without one and import that.</source>
        <translation>文件设有密码。请在 WPS 或 Excel 中打开，取消密码后保存，再导入。</translation>
    </message>
    <message>
        <source>“%1” is packed in an unusual way</source>
        <translation>“%1”的压缩方式不常见</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be unpacked</source>
        <translation>“%1”无法解压</translation>
    </message>
    <message>
        <source>“%1” is smaller than it says</source>
        <translation>“%1”的实际大小不足所标大小</translation>
    </message>
    <message>
        <source>its cells hold more text than a sheet can</source>
        <translation>其单元格的文字总量超出了一张表的上限</translation>
    </message>
    <message>
        <source>it is larger than it can be</source>
        <translation>它大得不合常理</translation>
    </message>
    <message>
        <source>the sheet “%1” lies where another does</source>
        <translation>工作表“%1”与另一张表指向同一处</translation>
    </message>
    <message>
        <source>it has too many formats</source>
        <translation>其单元格格式过多</translation>
    </message>
    <message>
        <source>The file could not be put together: %1</source>
        <translation>文件未能生成：%1</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>The copy did not pass its check and was thrown away.</source>
        <translation>副本未通过校验，已删除。</translation>
    </message>
    <message>
        <source>There is already a file “%1”. It was left as it is.</source>
        <translation>已有文件“%1”，未作改动。</translation>
    </message>
    <message>
        <source>A file can&apos;t be copied onto itself.</source>
        <translation>文件不能复制到自身。</translation>
    </message>
    <message>
        <source>No file can be made in “%1”: %2</source>
        <translation>无法在“%1”中建立文件：%2</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not a case file of this program. It was left as it is.</source>
        <translation>“%1”不是本程序的工单文件，未作改动。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: you have no right to.</source>
        <translation>“%1”无法读取：您没有读取权限。</translation>
    </message>
    <message>
        <source>“%1” was written by an older program (file version %2). Open it once for writing; a copy is kept beside it.</source>
        <translation>“%1”由旧版程序写成（文件版本 %2）。请以可写方式打开一次；旁边会保留一份原样副本。</translation>
    </message>
    <message>
        <source>“%1” has lost the record of its office and may be damaged.</source>
        <translation>“%1”缺少单位信息，可能已损坏。</translation>
    </message>
    <message>
        <source>“%1” names a time zone that this computer doesn&apos;t know: %2.</source>
        <translation>“%1”中的时区本机不认识：%2。</translation>
    </message>
    <message>
        <source>“%1” is busy with another program&apos;s work. Nothing was saved. Try again in a moment.</source>
        <translation>“%1”正被另一个程序占用。未保存任何内容。请稍后再试。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written: it or its folder is read-only. Nothing was saved.</source>
        <translation>“%1”无法写入：文件或所在文件夹是只读的。未保存任何内容。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read in one place and may be damaged. Make a copy of it before anything else, then check it.</source>
        <translation>“%1”有一处无法读取，可能已损坏。请先制作一份副本，再进行检查。</translation>
    </message>
    <message>
        <source>The disk that holds “%1” is full. Nothing was saved. Free some space and try again.</source>
        <translation>“%1”所在的磁盘已满。未保存任何内容。请腾出空间后再试。</translation>
    </message>
    <message>
        <source>A record contradicts the rules of the case file “%1”. Nothing was saved.</source>
        <translation>有一条记录不符合工单文件“%1”的规则。未保存任何内容。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read or written. Nothing was saved.</source>
        <translation>“%1”无法读写。未保存任何内容。</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>另一个程序</translation>
    </message>
    <message>
        <source>“%1” is held for writing by %2. Nothing was changed. Close that program, or open the file for reading only.</source>
        <translation>“%1”正由%2写入。未作任何改动。请关闭该程序，或以只读方式打开。</translation>
    </message>
    <message>
        <source>“%1” was written by a newer program (file version %2, this program knows %3). Open it with the newer program. It was left as it is.</source>
        <translation>“%1”由新版程序写成（文件版本 %2，本程序支持到 %3）。请用新版程序打开。文件未作改动。</translation>
    </message>
    <message numerus="yes">
        <source>“%1” could not be brought to the new version: %n record(s) refer to missing ones. It was left as it is.</source>
        <translation>
            <numerusform>“%1”无法升级到新版本：有 %n 条记录指向不存在的记录。文件未作改动。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was left by a program in the middle of its work. Open it once for writing: that brings it back to its last saved state.</source>
        <translation>“%1”曾在写入途中被中断。请以可写方式打开一次，文件会恢复到最后一次保存的状态。</translation>
    </message>
    <message>
        <source>Beside “%1” lies “%2”, which an interrupted program has left; it may hold tickets that were saved. Open “%1” once for writing if it is there, or move both away. Nothing was changed.</source>
        <translation>“%1”旁有被中断的程序留下的“%2”，其中可能有已保存的工单。如原文件还在，请以可写方式打开一次，或把两者移到别处。未作任何改动。</translation>
    </message>
    <message>
        <source>“%1” could not be written to its end; the disk may be full. Nothing was changed.</source>
        <translation>“%1”未能全部写出，磁盘可能已满。未作任何改动。</translation>
    </message>
    <message>
        <source>The file could not be given its name “%1”.</source>
        <translation>无法把文件命名为“%1”。</translation>
    </message>
    <message>
        <source>The work was stopped. Nothing was stored.</source>
        <translation>操作已中止。未保存任何内容。</translation>
    </message>
    <message>
        <source>A ticket of the case file has an impossible number.</source>
        <translation>工单文件中有一件工单的内部编号无效。</translation>
    </message>
    <message>
        <source>A call of the case file has an impossible number.</source>
        <translation>工单文件中有一条来电的编号不可能存在。</translation>
    </message>
    <message>
        <source>The attachment “%1” is damaged: it is not what was stored. Look for it in a copy of the case file.</source>
        <translation>附件“%1”已损坏，与存入时不一致。请到工单文件的备份副本中查找。</translation>
    </message>
    <message>
        <source>This content of an attachment belongs to no ticket.</source>
        <translation>这份附件内容不属于任何工单。</translation>
    </message>
    <message>
        <source>Its attachment “%1” is damaged: it is not what was stored.</source>
        <translation>其附件“%1”已损坏，与存入时不一致。</translation>
    </message>
    <message>
        <source>The content of its attachment “%1” is missing.</source>
        <translation>其附件“%1”的内容缺失。</translation>
    </message>
    <message>
        <source>The disk failed while “%1” was being saved, and whether the last entry is in it can&apos;t be found out now. Leave what you have typed as it is, and see that the disk can be reached; then open the file again and look for the entry before you give it once more.</source>
        <translation>保存“%1”时磁盘出错，目前无法确定最后一次录入是否已保存。请先保留已填写的内容，检查磁盘是否可用，然后重新打开工单文件，查到没有这次录入后再重新录入。</translation>
    </message>
    <message>
        <source>The backup did not pass its check: it is damaged. Nothing was restored from it.</source>
        <translation>备份未通过校验，已损坏。没有从中恢复任何内容。</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t at its place any more: it was moved, renamed, deleted or replaced, or its drive has gone. Nothing was saved. Leave what you have typed as it is, and save what is open elsewhere.</source>
        <translation>“%1”已不在原处：可能被移走、改名、删除或替换，或所在的盘已断开。没有保存。已填内容请保持不动，并把已打开的内容另存到别处。</translation>
    </message>
    <message>
        <source>Only %1 are left on the disk that holds “%2”. They are kept for new tickets: nothing was written. Free some space and try again.</source>
        <translation>“%2”所在磁盘只剩 %1，留给新工单使用，没有写入任何内容。请清理磁盘后再试。</translation>
    </message>
    <message>
        <source>“%1” lies on a network drive (%2), where tickets that were saved can be lost. Copy it to a disk of this computer and open the copy, or open it for reading only. Nothing was changed.</source>
        <translation>“%1”在网络盘（%2）上，已保存的工单可能丢失。请复制到本机磁盘后打开副本，或以只读方式打开。没有做任何改动。</translation>
    </message>
    <message>
        <source>%1 and after</source>
        <translation>%1 及以后</translation>
    </message>
    <message>
        <source>Could not be read.</source>
        <translation>无法读取。</translation>
    </message>
    <message>
        <source>Was left out: what it belongs to (%1) is lost.</source>
        <translation>未带入：其所属内容（%1）已丢失。</translation>
    </message>
    <message>
        <source>The texts of this ticket are lost.</source>
        <translation>此工单的文字内容已丢失。</translation>
    </message>
    <message>
        <source>The record of the office is lost.</source>
        <translation>单位的记录已丢失。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were brought over whole.</source>
        <translation>
            <numerusform>完整抢救出 %n 件工单。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are missing:</source>
        <translation>
            <numerusform>缺失 %n 件工单：</numerusform>
        </translation>
    </message>
    <message>
        <source>To be looked into:</source>
        <translation>待核对：</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t at its place any more. What stands there now was not copied; save what is open elsewhere.</source>
        <translation>“%1”已不在原处。未复制该处现有的文件；请把当前打开的内容另存到别处。</translation>
    </message>
    <message>
        <source>The number giver of this day is damaged: which of its tickets are missing can&apos;t be told.</source>
        <translation>当日的编号记录已损坏，无法判断缺少哪些工单。</translation>
    </message>
    <message>
        <source>%1 on the computer %2</source>
        <translation>计算机“%2”上的 %1 </translation>
    </message>
    <message>
        <source>%1 on the computer %2 (user %3)</source>
        <translation>计算机“%2”上的 %1（用户 %3）</translation>
    </message>
    <message>
        <source>“%1” can be opened for reading only: it or its folder is write-protected.</source>
        <translation>“%1”只能以只读方式打开：文件或所在文件夹有写保护。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>who holds a file, from when</comment>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>%1, record %2</source>
        <translation>%1，第 %2 条</translation>
    </message>
    <message>
        <source>It referred to something lost (%1), and does no more.</source>
        <translation>所引用的内容（%1）已丢失，引用已清空。</translation>
    </message>
    <message>
        <source>Nothing can be rescued from “%1”: no records of a case file are found in it. Use the newest backup.</source>
        <translation>无法从“%1”中抢救出内容：其中没有找到工单文件的记录。请使用最近的备份。</translation>
    </message>
    <message>
        <source>%1 of the %2 pages of the file are empty or can&apos;t be read.</source>
        <translation>文件共 %2 页，其中 %1 页为空白或无法读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were left out: whose they are can&apos;t be told.</source>
        <translation>
            <numerusform>有 %n 条记录无法判明归属，未予恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is open for writing by %2. Close it first: nothing can be rescued from a file that changes meanwhile.</source>
        <translation>“%1”正由%2打开使用。请先关闭：文件仍在变动时无法抢救。</translation>
    </message>
    <message>
        <source>Some of these records may be lost.</source>
        <translation>其中部分记录可能已丢失。</translation>
    </message>
    <message>
        <source>Access records</source>
        <translation>查阅记录</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Contents of attachments</source>
        <translation>附件内容</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>Cases in bulletins</source>
        <translation>简报选用案例</translation>
    </message>
    <message>
        <source>Figures of published bulletins</source>
        <translation>已发简报的数据</translation>
    </message>
    <message>
        <source>Holidays and make-up days</source>
        <translation>节假日与调休上班日</translation>
    </message>
    <message>
        <source>The office&apos;s own days off</source>
        <translation>本单位自定日期</translation>
    </message>
    <message>
        <source>Holiday notices</source>
        <translation>放假通知</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Newest time recorded</source>
        <translation>最近一次记录的时间</translation>
    </message>
    <message>
        <source>Deadline rules</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Department sheets</source>
        <translation>交换表</translation>
    </message>
    <message>
        <source>Rows of department sheets</source>
        <translation>交换表各行</translation>
    </message>
    <message>
        <source>Dispatches</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>Texts of dispatches</source>
        <translation>交办与反馈内容</translation>
    </message>
    <message>
        <source>Earlier due times</source>
        <translation>以往时限</translation>
    </message>
    <message>
        <source>Earlier replies</source>
        <translation>以往反馈</translation>
    </message>
    <message>
        <source>Explanations to the citizen</source>
        <translation>书面说明</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>History of handling</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入批次</translation>
    </message>
    <message>
        <source>Articles of the knowledge base</source>
        <translation>知识库条目</translation>
    </message>
    <message>
        <source>Uses of the knowledge base</source>
        <translation>知识库使用记录</translation>
    </message>
    <message>
        <source>Last numbers given</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Particulars of the office</source>
        <translation>单位信息</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>催办督办</translation>
    </message>
    <message>
        <source>Request types</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Views of lists</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Seals</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>Keys of seals</source>
        <translation>封存密钥</translation>
    </message>
    <message>
        <source>Settings of the office</source>
        <translation>单位设置</translation>
    </message>
    <message>
        <source>Ways to read other programs&apos; sheets</source>
        <translation>对照方案</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Texts of tickets</source>
        <translation>工单内容</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Its name is lost. It is called “%1” now: rename it.</source>
        <translation>名称已丢失，现暂名“%1”，请更名。</translation>
    </message>
    <message>
        <source>“%1” is damaged: an entry of the office&apos;s lists has a number that can&apos;t be. Have the file rescued, or use the newest backup.</source>
        <translation>“%1”已损坏：单位代码表中有一项的编号不可能存在。请抢救该文件，或使用最新的备份。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were left out: what they belong to (%1) is lost.</source>
        <translation>
            <numerusform>有 %n 条记录未带入：其所属内容（%1）已丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>This log can&apos;t be read, or not to its end: what was saved last may be missing.</source>
        <translation>该日志无法读取，或不能读到末尾，最后保存的内容可能缺失。</translation>
    </message>
    <message>
        <source>“%1” was brought into another form (%2) by another program, from which nothing can be rescued. Use the newest backup.</source>
        <translation>“%1”已被其他程序转换成另一种编码（%2），无法从中抢救。请使用最近的备份。</translation>
    </message>
    <message>
        <source>Nothing is missing, and nothing has to be looked into.</source>
        <translation>没有缺失，也没有需要核对的内容。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a record and what is told of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Figures kept for each day</source>
        <translation>按日预存的统计</translation>
    </message>
    <message>
        <source>Words that were not saved yet</source>
        <translation>尚未保存的填写内容</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>检索索引</translation>
    </message>
    <message>
        <source>The tickets behind the figure “%1” of a published bulletin are damaged.</source>
        <translation>已发布简报中“%1”这一数据对应的工单记录已损坏。</translation>
    </message>
    <message>
        <source>Which version of the program wrote this file can&apos;t be told any more. It was read as one of the present version.</source>
        <translation>已无法判断该文件由哪一版程序写入，现按本版程序的文件读取。</translation>
    </message>
    <message>
        <source>Layouts of the office&apos;s own</source>
        <translation>本单位的简报版式</translation>
    </message>
    <message>
        <source>Ballots on the ten best cases</source>
        <translation>十佳案例投票</translation>
    </message>
    <message>
        <source>Nominations for the ten best cases</source>
        <translation>十佳案例推荐</translation>
    </message>
    <message>
        <source>Votes for the ten best cases</source>
        <translation>十佳案例选票</translation>
    </message>
</context>
<context>
    <name>TicketQuestions</name>
    <message>
        <source>&amp;Urgency</source>
        <translation>紧急程度(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>答复(&amp;A)</translation>
    </message>
    <message>
        <source>What the citizen was told</source>
        <translation>答复群众的内容</translation>
    </message>
    <message>
        <source>&amp;Explanation</source>
        <translation>书面说明(&amp;E)</translation>
    </message>
    <message>
        <source>What the department explains in writing</source>
        <translation>承办单位的书面说明</translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation>理由(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Co-handlers</source>
        <translation>协办单位(&amp;C)</translation>
    </message>
    <message>
        <source>Why the department can&apos;t handle it</source>
        <translation>承办单位不能办理的原因</translation>
    </message>
    <message>
        <source>&amp;New due time</source>
        <translation>新时限(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Asked at</source>
        <translation>申请时间(&amp;A)</translation>
    </message>
    <message>
        <source>Due now: %1</source>
        <translation>现时限：%1</translation>
    </message>
    <message>
        <source>What the department has to wait for</source>
        <translation>承办单位在等待什么</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>暂停至（含当日）(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>开始(&amp;F)</translation>
    </message>
    <message>
        <source>Due then: %1</source>
        <translation>办理时限将为：%1</translation>
    </message>
    <message>
        <source>The last day that the rule allows: %1</source>
        <translation>规则允许的最后一日：%1</translation>
    </message>
    <message numerus="yes">
        <source>The due time moves by as much as is lost. The rule “%1” allows %n working day(s) in all.</source>
        <translation>
            <numerusform>时限按暂停的时间顺延。规则“%1”共允许 %n 个工作日。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ground: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>Due %1, asked for until %2</source>
        <translation>现时限 %1，申请延至 %2</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>反馈内容(&amp;R)</translation>
    </message>
    <message>
        <source>What the department has done</source>
        <translation>承办单位的办理情况</translation>
    </message>
    <message>
        <source>R&amp;esult</source>
        <translation>办理结果(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Unit that did it</source>
        <translation>具体办理单位(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>内容(&amp;T)</translation>
    </message>
    <message>
        <source>What the department is told</source>
        <translation>告知承办单位的内容</translation>
    </message>
    <message>
        <source>Show name and &amp;number</source>
        <translation>显示姓名和电话(&amp;N)</translation>
    </message>
    <message>
        <source>Show name, phone and address (Alt+V); this is recorded</source>
        <translation>显示姓名、电话和地址（Alt+V）；将留下查阅记录</translation>
    </message>
    <message>
        <source>Number of the ticket that stays</source>
        <translation>保留工单的编号</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>并入(&amp;I)</translation>
    </message>
    <message>
        <source>Why it is the same matter</source>
        <translation>为何属于同一事项</translation>
    </message>
    <message>
        <source>Say first whether the citizen was reached.</source>
        <translation>请先选择是否接通。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <comment>why a department needs more time</comment>
        <translation>理由(&amp;R)</translation>
    </message>
</context>
<context>
    <name>huiyin::AboutDialog</name>
    <message>
        <source>About %1</source>
        <translation>关于%1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty. Icons by Lucide (ISC); holidays from the notices of the State Council (MIT).</source>
        <translation>自由软件，依据 GNU 通用公共许可证第 3 版或更新版本发布，不附带任何担保。图标来自 Lucide（ISC）；放假安排取自国务院办公厅通知（MIT）。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Case book of a government hotline office</source>
        <translation>政务热线办公室的工单簿</translation>
    </message>
</context>
<context>
    <name>huiyin::ArticleDialog</name>
    <message>
        <source>Change the article</source>
        <translation>修改知识</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>新建知识</translation>
    </message>
    <message>
        <source>As citizens ask it</source>
        <translation>用群众的问法写</translation>
    </message>
    <message>
        <source>As it is read out to them</source>
        <translation>写成可以直接答复群众的话</translation>
    </message>
    <message>
        <source>Other words that citizens use for it, parted by semicolons</source>
        <translation>群众的其他说法，用分号隔开</translation>
    </message>
    <message>
        <source>What the answer rests on: a regulation, a notice and its number</source>
        <translation>答案的依据：法规、文件及文号</translation>
    </message>
    <message>
        <source>Last day, such as 2026-12-31; empty: until further notice</source>
        <translation>最后一天，如 2026-12-31；不填为长期有效</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>问题(&amp;Q)</translation>
    </message>
    <message>
        <source>Standing &amp;answer</source>
        <translation>答案(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>诉求类别(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>承办单位(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keywords</source>
        <translation>关键词(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Ground of it</source>
        <translation>依据(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Valid until</source>
        <translation>有效期至(&amp;V)</translation>
    </message>
    <message>
        <source>Everybody in the office reads this. Take out names, addresses and whatever else tells who asked; telephone and identity numbers were starred.</source>
        <translation>知识库全办公室可见。请删去姓名、地址以及其他能看出是谁反映的内容；电话和身份证号码已打星号。</translation>
    </message>
    <message>
        <source>This is not a date. Write it as 2026-12-31.</source>
        <translation>这不是日期。请写成 2026-12-31。</translation>
    </message>
    <message>
        <source>“%1” tells who asked. Take it out.</source>
        <translation>“%1”能看出是谁反映的，请删去。</translation>
    </message>
    <message>
        <source>There is a telephone or identity number in the text. Take it out.</source>
        <translation>文字里有电话或身份证号码，请删去。</translation>
    </message>
    <message>
        <source>What you have written is not saved.</source>
        <translation>您写的内容还没有保存。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Kept for later, it is in the form again when you open it.</source>
        <translation>留待以后的，再次打开时仍在表单里。</translation>
    </message>
    <message>
        <source>Keep for later</source>
        <translation>留待以后</translation>
    </message>
    <message>
        <source>The article “%1”</source>
        <translation>知识条目“%1”</translation>
    </message>
    <message>
        <source>It was retired meanwhile; saved, it stays so until somebody restores it.</source>
        <translation>该条目期间已被停用；保存后仍为停用，恢复后才会启用。</translation>
    </message>
</context>
<context>
    <name>huiyin::ArticleList</name>
    <message>
        <source>Articles</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>Words to look for</source>
        <translation>搜索词</translation>
    </message>
    <message>
        <source>Words of the question or the answer</source>
        <translation>搜索问题或答案中的词</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部承办单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>state of articles and how many are in it</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>还没有知识</translation>
    </message>
    <message>
        <source>Half of the calls are questions with a standing answer. Write the first one down, or import a table of them (Ctrl+I).</source>
        <translation>常见问题写成知识，受理时可直接采用。写下第一条，或导入一张知识表格（Ctrl+I）。</translation>
    </message>
    <message>
        <source>The editor or the supervisor writes down here what citizens ask again and again.</source>
        <translation>群众反复询问的问题，由统计员或主任写在这里。</translation>
    </message>
    <message>
        <source>Write the first…</source>
        <translation>写第一条…</translation>
    </message>
    <message>
        <source>No article fits</source>
        <translation>没有符合的知识</translation>
    </message>
    <message>
        <source>Other words, or fewer conditions, find more.</source>
        <translation>换个词，或减少条件再找。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>huiyin::ArticlePanel</name>
    <message>
        <source>Answers in the knowledge base</source>
        <translation>知识库中的答案</translation>
    </message>
    <message>
        <source>F3 reads · F4 takes</source>
        <translation>F3 阅读 · F4 采用</translation>
    </message>
    <message>
        <source>Articles that may answer it</source>
        <translation>可能回答来电的知识</translation>
    </message>
</context>
<context>
    <name>huiyin::ArticleReader</name>
    <message>
        <source>From the knowledge base</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>F3 reads the next one</source>
        <translation>F3 看下一条</translation>
    </message>
    <message>
        <source>Take the answer</source>
        <translation>采用答案</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>huiyin::ArticleTables</name>
    <message>
        <source>Written to %1. Retired articles are left out.</source>
        <translation>已写入 %1，不含已停用的知识。</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>导入知识</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx)</source>
        <translation>数据表 (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>Looking at the table</source>
        <translation>正在检查表格</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of the table can&apos;t be imported as they stand.</source>
        <translation>
            <numerusform>表格有 %n 处不能导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported. The first: %1</source>
        <translation>没有导入任何内容。第一处：%1</translation>
    </message>
    <message>
        <source>Mend them and import the table again.</source>
        <translation>请改正后重新导入。</translation>
    </message>
    <message>
        <source>Retired, and left so: %1.</source>
        <translation>已停用、仍保持停用：%1。</translation>
    </message>
    <message>
        <source>The table holds no article.</source>
        <translation>表格里没有知识。</translation>
    </message>
    <message>
        <source>All articles of the table are here already, word for word.</source>
        <translation>表格里的知识都已在库中，内容相同。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>Import the articles of the table?</source>
        <translation>导入表格里的知识吗？</translation>
    </message>
    <message>
        <source>New: %1. Changed: %2. Equal and left as they are: %3.</source>
        <translation>新增 %1 条，更新 %2 条，相同、不改动 %3 条。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Don&apos;t import</source>
        <translation>不导入</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) imported.</source>
        <translation>
            <numerusform>已导入 %n 条知识。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no article to export.</source>
        <translation>没有可导出的知识。</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>Export the knowledge base</source>
        <translation>导出知识库</translation>
    </message>
</context>
<context>
    <name>huiyin::ArticleView</name>
    <message>
        <source>Expires today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>%n 天后到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>知识正文</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>最后修改</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未采用</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s), last on %1</source>
        <translation>
            <numerusform>%n 次，最近一次 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::AttachmentAdding</name>
    <message>
        <source>Adding “%1”…</source>
        <translation>正在添加“%1”…</translation>
    </message>
    <message>
        <source>Adding %1 of %2: “%3”…</source>
        <translation>正在添加第 %1 个，共 %2 个：“%3”…</translation>
    </message>
    <message>
        <source>Add attachments</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>What it shows, or where it comes from; may stay empty</source>
        <translation>内容或来源，可不填</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>Add %n file(s)</source>
        <translation>
            <numerusform>添加 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Files are still being added to a ticket.</source>
        <translation>还有附件正在添加到工单。</translation>
    </message>
    <message>
        <source>Those that are not in the case file yet would not be added.</source>
        <translation>尚未存入工单文件的附件将不会添加。</translation>
    </message>
    <message>
        <source>Leave without the rest</source>
        <translation>不再添加其余附件，离开</translation>
    </message>
    <message>
        <source>Wait for them</source>
        <translation>等待添加完成</translation>
    </message>
</context>
<context>
    <name>huiyin::AttachmentFiles</name>
    <message>
        <source>“%1” has no name that is safe in a folder.</source>
        <translation>“%1”没有可在文件夹中安全使用的名称。</translation>
    </message>
    <message>
        <source>The attachment is not in this case file.</source>
        <translation>工单文件里没有这个附件。</translation>
    </message>
    <message>
        <source>“%1” is not opened here: %2.</source>
        <translation>“%1”不在此打开：%2。</translation>
    </message>
    <message>
        <source>There is no room for a copy of “%1” that another program could open. Save it instead.</source>
        <translation>无法生成供其他程序打开的“%1”临时副本，请改用另存。</translation>
    </message>
    <message>
        <source>The picture “%1” can&apos;t be shown here: it is damaged, too large, or of a kind that is not known. Save it to look at it with another program.</source>
        <translation>图片“%1”无法在此显示：已损坏、太大，或类型不明。请另存后用其他程序查看。</translation>
    </message>
    <message>
        <source>That is the open case file itself. Nothing was written; choose another name.</source>
        <translation>这是当前打开的工单文件，未写入任何内容。请另取名称。</translation>
    </message>
</context>
<context>
    <name>huiyin::AttachmentList</name>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>See</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save all…</source>
        <translation>全部另存…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Attachments of the ticket</source>
        <translation>工单附件</translation>
    </message>
    <message>
        <source>More that can be done with attachments</source>
        <translation>附件的更多操作</translation>
    </message>
    <message>
        <source>removed %1</source>
        <translation>%1 移除</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>The case file is open for reading only.</source>
        <translation>工单文件以只读方式打开。</translation>
    </message>
    <message>
        <source>Your role doesn&apos;t add attachments.</source>
        <translation>您的角色不能添加附件。</translation>
    </message>
    <message>
        <source>A draft takes no attachments until it is accepted.</source>
        <translation>暂存的工单受理后才能添加附件。</translation>
    </message>
    <message>
        <source>A void ticket takes no attachments any more.</source>
        <translation>已作废的工单不能再添加附件。</translation>
    </message>
    <message>
        <source>Looking at attachments leaves a record in the file, which is open for reading only.</source>
        <translation>查看附件要写入查阅记录，而工单文件以只读方式打开。</translation>
    </message>
    <message>
        <source>Your role doesn&apos;t see citizens&apos; data.</source>
        <translation>您的角色不能查看群众信息。</translation>
    </message>
    <message>
        <source>There is no attachment.</source>
        <translation>没有附件。</translation>
    </message>
    <message>
        <source>It was removed.</source>
        <translation>已移除。</translation>
    </message>
    <message>
        <source>Only a supervisor removes attachments.</source>
        <translation>只有班长/主任可以移除附件。</translation>
    </message>
    <message>
        <source>A void ticket stays as it is.</source>
        <translation>已作废的工单保持原样。</translation>
    </message>
    <message>
        <source>No ticket chosen</source>
        <translation>未选择工单</translation>
    </message>
    <message>
        <source>It is not opened here, as it could do harm or is of a kind that is not known. It can be saved.</source>
        <translation>该文件可能有害或类型不明，不在此打开，可以另存。</translation>
    </message>
    <message>
        <source>Add files; they can be dropped on the ticket as well</source>
        <translation>添加文件，也可以把文件拖到工单上</translation>
    </message>
    <message>
        <source>Add the picture that was copied (Ctrl+V)</source>
        <translation>添加复制的图片（Ctrl+V）</translation>
    </message>
    <message>
        <source>Look at the attachment (Enter); this is recorded</source>
        <translation>查看附件（回车），将记入查阅记录</translation>
    </message>
    <message>
        <source>Save a copy outside of the case file; this is recorded</source>
        <translation>在工单文件之外另存副本，将记入查阅记录</translation>
    </message>
    <message>
        <source>Save copies of all attachments in a folder; this is recorded</source>
        <translation>把全部附件另存到一个文件夹，将记入查阅记录</translation>
    </message>
    <message>
        <source>Remove it, with a ground; its line stays (Del)</source>
        <translation>写明理由后移除，记录仍保留（Del）</translation>
    </message>
    <message>
        <source>No attachments yet. Add photographs, letters or replies; drop files here, or paste a picture.</source>
        <translation>还没有附件。可以添加照片、来信或回复，把文件拖到这里，或粘贴图片。</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard, and no file. Copy one first.</source>
        <translation>剪贴板里没有图片，也没有文件，请先复制。</translation>
    </message>
    <message>
        <source>Not every attachment was added.</source>
        <translation>有附件未能添加。</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s) added.</source>
        <translation>
            <numerusform>已添加 %n 个附件。</numerusform>
        </translation>
    </message>
    <message>
        <source>No program on this computer opens “%1”. Save it instead.</source>
        <translation>本机没有能打开“%1”的程序，请改用另存。</translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation>理由(&amp;G)</translation>
    </message>
    <message>
        <source>Why it doesn&apos;t belong to this ticket</source>
        <translation>为什么不应留在这件工单</translation>
    </message>
</context>
<context>
    <name>huiyin::AttachmentQueue</name>
    <message>
        <source>“%1” was not added: %2 doesn&apos;t work here any more.</source>
        <translation>“%1”未添加：%2已不在此处操作。</translation>
    </message>
</context>
<context>
    <name>huiyin::AttachmentSaving</name>
    <message>
        <source>It may be a program, or hold one, or its name may say something else than its content. Opened on this computer it could do harm.</source>
        <translation>它可能是程序、含有程序，或名称与内容不符，在本机打开可能造成危害。</translation>
    </message>
    <message>
        <source>Save it only when you know where it comes from.</source>
        <translation>确知来源时再另存。</translation>
    </message>
    <message>
        <source>Save it all the same</source>
        <translation>仍然另存</translation>
    </message>
    <message>
        <source>Don&apos;t save it</source>
        <translation>不另存</translation>
    </message>
    <message>
        <source>“%1” is not safe to open.</source>
        <translation>打开“%1”不安全。</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>另存附件</translation>
    </message>
    <message>
        <source>There is already a file “%1”.</source>
        <translation>已有文件“%1”。</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留原文件</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>已另存为“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s) are not safe to open.</source>
        <translation>
            <numerusform>有 %n 个附件打开时不安全。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save all attachments in this folder</source>
        <translation>把全部附件另存到此文件夹</translation>
    </message>
    <message>
        <source>Saving the attachments</source>
        <translation>正在另存附件</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s) saved.</source>
        <translation>
            <numerusform>已另存 %n 个附件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 of %2 attachments were saved.</source>
        <translation>%2个附件中只另存了%1个。</translation>
    </message>
    <message>
        <source>They are in the folder: %1.</source>
        <translation>已在文件夹中：%1。</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
</context>
<context>
    <name>huiyin::AttachmentViewer</name>
    <message>
        <source>%1 × %2 points</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>shown smaller, as it is very large</source>
        <translation>图片很大，已缩小显示</translation>
    </message>
    <message>
        <source>Only the beginning of this long text. Save it to read all of it.</source>
        <translation>文本较长，只显示开头部分。另存后可读全文。</translation>
    </message>
    <message>
        <source>Close the view</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Picture “%1”</source>
        <translation>图片“%1”</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Text of “%1”</source>
        <translation>“%1”的文本</translation>
    </message>
    <message>
        <source>Its very long lines are broken here.</source>
        <translation>过长的行在此处分行显示。</translation>
    </message>
</context>
<context>
    <name>huiyin::BackupKeeper</name>
    <message>
        <source>Saving a copy</source>
        <translation>正在保存备份</translation>
    </message>
    <message>
        <source>A backup of today&apos;s work is being made and checked.</source>
        <translation>正在备份并校验今天的工作内容。</translation>
    </message>
    <message>
        <source>&amp;Close without it</source>
        <translation>不备份，直接关闭(&amp;C)</translation>
    </message>
    <message>
        <source>No backup could be made.</source>
        <translation>备份失败。</translation>
    </message>
    <message>
        <source>The case file itself is as it was. See to the folder for backups, under Set-up, Backups.</source>
        <translation>工单文件本身不受影响。请在“设置 → 备份”中查看备份文件夹。</translation>
    </message>
    <message>
        <source>All that was saved is in the case file.</source>
        <translation>已保存的内容都在工单文件中。</translation>
    </message>
    <message>
        <source>Close without a backup</source>
        <translation>不备份，直接关闭</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The case file isn&apos;t at its place any more, and no last backup can be made.</source>
        <translation>工单文件已不在原处，无法做关闭前的备份。</translation>
    </message>
    <message>
        <source>The newest backup is of %1. What was saved later can be lost when you close.</source>
        <translation>最新备份为%1。此后保存的内容在关闭后可能丢失。</translation>
    </message>
    <message>
        <source>There is no backup of it. What was saved can be lost when you close.</source>
        <translation>该工单文件没有备份，关闭后已保存的内容可能丢失。</translation>
    </message>
    <message>
        <source>Go back and put the file back, or save what is open elsewhere first.</source>
        <translation>请返回，把文件放回原处，或先把当前打开的内容另存到别处。</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>仍然关闭</translation>
    </message>
</context>
<context>
    <name>huiyin::BackupSection</name>
    <message>
        <source>Fo&amp;lder…</source>
        <translation>文件夹(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Second medium…</source>
        <translation>第二介质(&amp;S)…</translation>
    </message>
    <message>
        <source>Set a &amp;passphrase…</source>
        <translation>设定口令(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Recovery sheet…</source>
        <translation>恢复凭据(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>立即备份(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Try a restore</source>
        <translation>恢复演练(&amp;T)</translation>
    </message>
    <message>
        <source>Restor&amp;e…</source>
        <translation>恢复(&amp;E)…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Second medium</source>
        <translation>第二介质</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Trial restore</source>
        <translation>恢复演练</translation>
    </message>
    <message>
        <source>Change the &amp;passphrase…</source>
        <translation>更换口令(&amp;P)…</translation>
    </message>
    <message>
        <source>A sample or temporary file: no backups are made until a folder is chosen.</source>
        <translation>示例或临时文件：选定文件夹后才自动备份。</translation>
    </message>
    <message>
        <source>The file is open for reading only: no backups are made.</source>
        <translation>文件以只读方式打开，不作备份。</translation>
    </message>
    <message>
        <source>None yet: a stick or a share, so that a lost disk loses no ticket.</source>
        <translation>尚未选定：可用 U 盘或共享文件夹，硬盘损坏也不丢工单。</translation>
    </message>
    <message>
        <source>last copy of %1</source>
        <translation>最近一份：%1</translation>
    </message>
    <message>
        <source>no copy yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Set. Copies on the second medium are encrypted; this computer keeps no passphrase.</source>
        <translation>已设定。第二介质上的备份均加密，本机不保存口令。</translation>
    </message>
    <message>
        <source>None yet: without one nothing is copied to the second medium.</source>
        <translation>尚未设定：没有口令就不向第二介质复制。</translation>
    </message>
    <message>
        <source>Once a month, by itself. None yet.</source>
        <translation>每月自动演练一次，尚未进行。</translation>
    </message>
    <message>
        <source>On %1 the newest backup was restored for trial: all as it should be.</source>
        <translation>%1 对最新备份作过恢复演练，核对一致。</translation>
    </message>
    <message>
        <source>On %1 the trial failed: %2</source>
        <translation>%1 恢复演练未通过：%2</translation>
    </message>
    <message>
        <source>The last attempt failed: %1</source>
        <translation>最近一次备份失败：%1</translation>
    </message>
    <message>
        <source>A backup is being made and checked.</source>
        <translation>正在备份并校验。</translation>
    </message>
    <message>
        <source>A folder on the second medium</source>
        <translation>第二介质上的文件夹</translation>
    </message>
    <message>
        <source>Where backups lie</source>
        <translation>备份存放位置</translation>
    </message>
    <message>
        <source>Histor&amp;y…</source>
        <translation>备份记录(&amp;Y)…</translation>
    </message>
    <message>
        <source>This file is a backup itself: no backups are made of it. Restore it to go on from it.</source>
        <translation>本文件本身是一份备份，不再为它做备份。如需在此基础上继续工作，请先恢复。</translation>
    </message>
    <message>
        <source>The backup was made, but not copied to the second medium: %1</source>
        <translation>备份已完成，但未能复制到第二介质：%1</translation>
    </message>
    <message>
        <source>The second medium must be another folder than that of the backups. Nothing was changed.</source>
        <translation>第二介质须与本机备份文件夹不同。未作更改。</translation>
    </message>
</context>
<context>
    <name>huiyin::BackupTable</name>
    <message>
        <source>changes</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>at closing</source>
        <translation>关闭时</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入前</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>恢复前</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已校验</translation>
    </message>
    <message>
        <source>With faults</source>
        <translation>原件有误</translation>
    </message>
    <message>
        <source>No manifest</source>
        <translation>无清单</translation>
    </message>
    <message>
        <source>Altered</source>
        <translation>被改动</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>second medium</source>
        <translation>第二介质</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>升级前</translation>
    </message>
</context>
<context>
    <name>huiyin::BatchCommands</name>
    <message>
        <source>With the chosen…</source>
        <translation>对所选工单…</translation>
    </message>
    <message>
        <source>What can be done with all the chosen tickets (%1)</source>
        <translation>可对全部所选工单执行的操作（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen ticket(s)</source>
        <translation>
            <numerusform>已选 %n 件工单</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 tickets can be handled at once.</source>
        <translation>一次最多办理 %1 件工单。</translation>
    </message>
    <message>
        <source>Choose fewer of them.</source>
        <translation>请少选一些。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) stay as they were.</source>
        <translation>
            <numerusform>%n 件工单未变动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are done.</source>
        <translation>
            <numerusform>%n 件已完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>There was trouble with the file; the tickets behind were not tried.</source>
        <translation>文件出现问题，其后的工单未处理。</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>内容(&amp;T)</translation>
    </message>
    <message>
        <source>What the departments are told</source>
        <translation>告知承办单位的内容</translation>
    </message>
    <message>
        <source>Number of the ticket that stays</source>
        <translation>保留工单的编号</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>并入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation>理由(&amp;G)</translation>
    </message>
    <message>
        <source>Why it is the same matter</source>
        <translation>为何属于同一事项</translation>
    </message>
    <message>
        <source>&amp;With the chosen…</source>
        <translation>对所选工单(&amp;W)…</translation>
    </message>
    <message>
        <source>Print the notices</source>
        <translation>打印通知单</translation>
    </message>
    <message>
        <source>Print the dispatch sheets</source>
        <translation>打印承办单</translation>
    </message>
</context>
<context>
    <name>huiyin::BestCasesDialog</name>
    <message>
        <source>The ten best cases of the year</source>
        <translation>年度十佳案例</translation>
    </message>
    <message>
        <source>Cases of the year</source>
        <translation>本年度案例</translation>
    </message>
    <message>
        <source>With&amp;draw the nomination</source>
        <translation>撤回推荐(&amp;D)</translation>
    </message>
    <message>
        <source>Take the vote &amp;back</source>
        <translation>撤回投票(&amp;B)</translation>
    </message>
    <message>
        <source>C&amp;lose the vote…</source>
        <translation>结束投票(&amp;L)…</translation>
    </message>
    <message>
        <source>Open the &amp;ticket</source>
        <translation>打开工单(&amp;T)</translation>
    </message>
    <message>
        <source>The vote is taken back; cases can be nominated again.</source>
        <translation>投票已撤回，可以继续推荐案例。</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Year %1</source>
        <translation>%1年</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>表中显示</translation>
    </message>
    <message>
        <source>Shortlist</source>
        <translation>候选名单</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Closed cases that are marked as solved well, or whose citizens are satisfied; those that several departments handled first</source>
        <translation>已办结、列为优秀办件或群众表示满意的案例，几家单位共同办理的排在前面</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Nominated by</source>
        <translation>推荐人</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>得票</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>%1 (not closed any more)</source>
        <translation>%1（已不是办结状态）</translation>
    </message>
    <message>
        <source>Why it may be one</source>
        <translation>提示理由</translation>
    </message>
    <message>
        <source>marked as solved well</source>
        <translation>已列为优秀办件</translation>
    </message>
    <message>
        <source>solved, and the citizen is satisfied</source>
        <translation>已解决，群众满意</translation>
    </message>
    <message numerus="yes">
        <source>%n departments together</source>
        <translation>
            <numerusform>%n个单位共办</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Looking through the year…</source>
        <translation>正在查看全年工单……</translation>
    </message>
    <message numerus="yes">
        <source>These cases have equally many votes, and there is room for %n of them. Tick which are among the ten.</source>
        <translation>
            <numerusform>以下案例票数相同，其中只能入选%n件。请勾选入选的案例。</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed cases of %1 that may be worth a nomination, the most promising first. Any other closed case is nominated from its own menu “More”.</source>
        <translation>%1年已办结、可能值得推荐的案例，较突出的在前。其他已办结工单可在其“更多”菜单中推荐。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of %1 are on the shortlist. Once they are put to the vote, the shortlist stands.</source>
        <translation>
            <numerusform>候选名单上有%1年的%n件案例。交付投票后，名单不再变动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have voted.</source>
        <translation>
            <numerusform>已有%n人投票。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tick 10 cases at most, save, and change it until the vote is closed; how many votes a case has is shown only then. You have ticked %n.</source>
        <translation>
            <numerusform>请勾选最多10件并保存，投票结束前可以更改；各案例的得票结束后才显示。您已勾选%n件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The result stands since %1 (%2); %n person(s) have voted. It doesn&apos;t change any more.</source>
        <translation>
            <numerusform>结果已于%1评定（%2），%n人参加投票，不再变动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the vote with these</source>
        <translation>以所选案例结束投票</translation>
    </message>
    <message>
        <source>&amp;Nominate…</source>
        <translation>推荐(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Put to the vote</source>
        <translation>交付投票(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save my votes</source>
        <translation>保存我的投票(&amp;S)</translation>
    </message>
    <message>
        <source>Compose the &amp;notice</source>
        <translation>生成通报(&amp;N)</translation>
    </message>
    <message>
        <source>The result is fixed.</source>
        <translation>结果已评定。</translation>
    </message>
    <message>
        <source>The vote is on: everybody who works here may choose up to ten cases.</source>
        <translation>投票已开始：每人最多可选十件。</translation>
    </message>
    <message>
        <source>Your votes are saved. You may change them until the vote is closed.</source>
        <translation>您的投票已保存，投票结束前可以更改。</translation>
    </message>
    <message>
        <source>The case is on the shortlist.</source>
        <translation>已列入候选名单。</translation>
    </message>
    <message>
        <source>The nomination is withdrawn.</source>
        <translation>推荐已撤回。</translation>
    </message>
    <message numerus="yes">
        <source>Closing the vote fixes the result for good. %n person(s) have voted so far.</source>
        <translation>
            <numerusform>结束投票后结果不能再改。目前已有%n人投票。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the vote</source>
        <translation>结束投票</translation>
    </message>
    <message>
        <source>No case of %1 is nominated yet. Choose among those that are suggested, or nominate a closed ticket from its own menu “More”.</source>
        <translation>%1年还没有推荐案例。可在“推荐”中挑选，也可在已办结工单的“更多”菜单中推荐。</translation>
    </message>
    <message>
        <source>Your votes are not saved yet.</source>
        <translation>您的投票尚未保存。</translation>
    </message>
    <message>
        <source>Leave all the same</source>
        <translation>仍要离开</translation>
    </message>
</context>
<context>
    <name>huiyin::BulletinComposer</name>
    <message>
        <source>Text of the bulletin</source>
        <translation>简报正文</translation>
    </message>
    <message>
        <source>The bulletin as it was published</source>
        <translation>发布时的简报</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>提纲</translation>
    </message>
    <message>
        <source>All issues</source>
        <translation>全部期次</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>See how it will be printed, with what is masked, and print it (Ctrl+P)</source>
        <translation>查看遮盖后的打印效果并打印（Ctrl+P）</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>%1 as published</source>
        <translation>%1（发布时）</translation>
    </message>
    <message>
        <source>%1: what came and went</source>
        <translation>%1：增减的工单</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>核对 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 已保存</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新打开</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) of the text have changed with the case file.</source>
        <translation>
            <numerusform>文中有 %n 个数据随工单变化而更新。</numerusform>
        </translation>
    </message>
    <message>
        <source>Explain a finding</source>
        <translation>说明原因</translation>
    </message>
    <message>
        <source>&amp;Why it may stand</source>
        <translation>可以保留的原因(&amp;W)</translation>
    </message>
    <message>
        <source>Say why it may stand as it is.</source>
        <translation>请说明为什么可以保留原文。</translation>
    </message>
    <message>
        <source>Publish %1?</source>
        <translation>发布%1？</translation>
    </message>
    <message>
        <source>Its text, its figures and the tickets behind them are frozen. Later corrections of tickets are told beside it and don&apos;t change it.</source>
        <translation>文本、数据及其对应的工单将随之固定。以后对工单的更正只在旁边提示，不再改动这一期。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard this draft?</source>
        <translation>放弃这份草稿？</translation>
    </message>
    <message>
        <source>What was written in it is gone then. Tickets and figures stay as they are.</source>
        <translation>其中所写的内容将丢失，工单和数据不受影响。</translation>
    </message>
    <message>
        <source>Published %1 by %2</source>
        <translation>%2 于 %1 发布</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) that you changed would be written otherwise now. What is printed there no more, and sums of the rest, keep their old figures: read them.</source>
        <translation>
            <numerusform>有%n处经您改动，现在会生成不同的内容。不再列出的项目和其余合计仍是原来的数据，请核对。</numerusform>
        </translation>
    </message>
    <message>
        <source>The calls that came and went have led to no ticket.</source>
        <translation>增减的来电均未形成工单。</translation>
    </message>
    <message>
        <source>Nothing can be written in this bulletin just now.</source>
        <translation>这一期简报目前不能写入。</translation>
    </message>
</context>
<context>
    <name>huiyin::BulletinEditor</name>
    <message>
        <source>Text of the bulletin</source>
        <translation>简报正文</translation>
    </message>
    <message numerus="yes">
        <source>Printed as %n group(s) of columns side by side</source>
        <translation>
            <numerusform>印制时分%n栏并排</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a figure&apos;s name and value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Overtyped; Ctrl+Alt+F puts it back</source>
        <translation>已手工改写，按 Ctrl+Alt+F 恢复</translation>
    </message>
    <message>
        <source>Ctrl and a click opens its tickets</source>
        <translation>按住 Ctrl 单击可打开其工单</translation>
    </message>
    <message>
        <source>&amp;Open the tickets behind the figure</source>
        <translation>打开该数字的工单(&amp;O)</translation>
    </message>
    <message>
        <source>Put the &amp;figure back</source>
        <translation>恢复原数字(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Paragraph</source>
        <translation>正文(&amp;P)</translation>
    </message>
    <message>
        <source>Heading &amp;1</source>
        <translation>一级标题“一、”(&amp;1)</translation>
    </message>
    <message>
        <source>Heading &amp;2</source>
        <translation>二级标题“（一）”(&amp;2)</translation>
    </message>
    <message>
        <source>Heading &amp;3</source>
        <translation>三级标题“1.”(&amp;3)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Pa&amp;ste</source>
        <translation>粘贴(&amp;S)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
</context>
<context>
    <name>huiyin::BulletinExport</name>
    <message>
        <source>The text of the bulletin has been copied.</source>
        <translation>简报全文已复制。</translation>
    </message>
    <message>
        <source>Save the bulletin</source>
        <translation>保存简报</translation>
    </message>
</context>
<context>
    <name>huiyin::BulletinOutline</name>
    <message>
        <source>Masthead</source>
        <translation>报头</translation>
    </message>
    <message>
        <source>Opening text</source>
        <translation>导语</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>huiyin::BulletinPage</name>
    <message>
        <source>Outline</source>
        <translation>提纲</translation>
    </message>
    <message>
        <source>Preview of the bulletin</source>
        <translation>简报预览</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>The bulletin could not be composed.</source>
        <translation>简报未能生成。</translation>
    </message>
    <message>
        <source>Layout of the bulletin</source>
        <translation>简报版式</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Save as a &amp;web page…</source>
        <translation>另存为网页(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Copy the text</source>
        <translation>复制全文(&amp;C)</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>See how it will be printed, and print it (Ctrl+P)</source>
        <translation>预览打印效果并打印（Ctrl+P）</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Closure rate</source>
        <translation>办结率</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>On-time closure rate</source>
        <translation>按时办结率</translation>
    </message>
    <message>
        <source>Base of the category shares</source>
        <translation>类别占比基数</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>另存为 PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>Save as te&amp;xt…</source>
        <translation>另存为文本(&amp;X)…</translation>
    </message>
    <message>
        <source>Save as a Wo&amp;rd document…</source>
        <translation>另存为 Word 文档(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Begin a draft</source>
        <translation>起草简报(&amp;B)</translation>
    </message>
    <message>
        <source>Begin a draft</source>
        <translation>起草简报</translation>
    </message>
    <message>
        <source>Keep this bulletin as a draft, to be written, checked and published (Ctrl+Shift+N)</source>
        <translation>把这一期存为草稿，以便撰写、核对和发布（Ctrl+Shift+N）</translation>
    </message>
    <message>
        <source>Save its tables and charts as an Excel wor&amp;kbook…</source>
        <translation>表格和图表另存为 Excel 工作簿(&amp;K)…</translation>
    </message>
    <message>
        <source>This bulletin is not there any more.</source>
        <translation>这份简报已不存在。</translation>
    </message>
    <message>
        <source>What was written last in the bulletin could not be saved.</source>
        <translation>简报最后写下的内容未能保存。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Leave all the same</source>
        <translation>仍然离开</translation>
    </message>
    <message>
        <source>The citizens of a case that was just put in are being looked up. Try again in a moment.</source>
        <translation>正在核对刚加入的案例所涉及的当事人，请稍后再试。</translation>
    </message>
</context>
<context>
    <name>huiyin::BulletinPreview</name>
    <message>
        <source>Open the tickets behind this figure</source>
        <translation>打开此数对应的工单</translation>
    </message>
</context>
<context>
    <name>huiyin::BusyMark</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
</context>
<context>
    <name>huiyin::CalendarDialogs</name>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>A day of the office&apos;s own</source>
        <translation>本单位自定日期</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>The &amp;office</source>
        <translation>是否上班(&amp;O)</translation>
    </message>
    <message>
        <source>It counts in place of what the notice says, and survives the import of a notice.</source>
        <translation>以此为准，不按通知；导入通知后仍然保留。</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Office &amp;hours</source>
        <translation>办公时间(&amp;H)</translation>
    </message>
    <message>
        <source>Spans parted by commas. A limit of days ends with the last of them.</source>
        <translation>各时段以逗号分隔。按天计算的时限到最后一个时段结束为止。</translation>
    </message>
    <message>
        <source>Write them as 08:30-11:30, 13:30-17:00.</source>
        <translation>请写作 08:30-11:30, 13:30-17:00。</translation>
    </message>
    <message>
        <source>Deadline rule</source>
        <translation>时限规则</translation>
    </message>
    <message>
        <source>New deadline rule</source>
        <translation>新增时限规则</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>诉求类型(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Urgency</source>
        <translation>紧急程度(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <translation>来源渠道(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>标记(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>时限(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;In</source>
        <translation>单位(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Days run</source>
        <translation>起算(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>起始日(&amp;F)</translation>
    </message>
    <message>
        <source>L&amp;ast day</source>
        <translation>终止日(&amp;A)</translation>
    </message>
    <message>
        <source>It is for tickets that are received, or given to a department anew, on these days.</source>
        <translation>适用于在此期间受理，或重新交办的工单。</translation>
    </message>
    <message>
        <source>This is not a day. Write it as 2020-02-09.</source>
        <translation>这不是日期，请按 2020-02-09 的形式填写。</translation>
    </message>
    <message>
        <source>Rules of handling</source>
        <translation>办理规则</translation>
    </message>
    <message>
        <source>Every ticket that was dispatched is &amp;followed up</source>
        <translation>凡转办工单均须回访(&amp;F)</translation>
    </message>
    <message>
        <source>A &amp;dissatisfied citizen: redo or explanation first</source>
        <translation>群众不满意的，先重办或一单一报(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Extensions, at most</source>
        <translation>最多延期次数(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Working days of each</source>
        <translation>每次延期最多（工作日）(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Tries of a follow-up</source>
        <translation>回访次数(&amp;T)</translation>
    </message>
    <message>
        <source>With 0 extensions none is granted. When as many tries have reached nobody, the ticket can be closed.</source>
        <translation>延期次数为 0 时不予延期。回访达到上述次数仍未接通的，可以办结。</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n 个自然日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>works</source>
        <comment>the office on a day</comment>
        <translation>上班</translation>
    </message>
    <message>
        <source>is closed</source>
        <comment>the office on a day</comment>
        <translation>放假</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>One &amp;attachment, at most</source>
        <translation>单个附件上限(&amp;A)</translation>
    </message>
    <message>
        <source>A&amp;ll of a ticket together</source>
        <translation>一件工单附件合计(&amp;L)</translation>
    </message>
    <message>
        <source>at most </source>
        <comment>before a number of working days</comment>
        <translation>最多 </translation>
    </message>
    <message>
        <source> working days</source>
        <translation> 个工作日</translation>
    </message>
    <message>
        <source>&amp;Suspension</source>
        <translation>暂停计时(&amp;S)</translation>
    </message>
</context>
<context>
    <name>huiyin::CalendarSection</name>
    <message>
        <source>&amp;Import a notice…</source>
        <translation>导入放假通知(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Add a day…</source>
        <translation>添加日期(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>撤销(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Office hours…</source>
        <translation>办公时间(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Changes…</source>
        <translation>变更记录(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Due times…</source>
        <translation>核对时限(&amp;D)…</translation>
    </message>
    <message>
        <source>The day is again what the notice says</source>
        <translation>这一天恢复为通知的规定</translation>
    </message>
    <message>
        <source>Which open tickets would have another due time now</source>
        <translation>查看哪些在办工单的时限会有变化</translation>
    </message>
    <message>
        <source>Days that differ from the week</source>
        <translation>特殊日期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>是否上班</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Import the notice…</source>
        <translation>导入放假通知…</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>年份(&amp;Y)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>the notice</source>
        <translation>放假通知</translation>
    </message>
    <message>
        <source>the office</source>
        <translation>本单位</translation>
    </message>
    <message>
        <source>the office; the notice: %1, %2</source>
        <translation>本单位（通知：%1，%2）</translation>
    </message>
    <message>
        <source>No special days in %1</source>
        <translation>%1 年没有特殊日期</translation>
    </message>
    <message>
        <source>The State Council&apos;s notice comes out in autumn. Until it is imported the week alone counts.</source>
        <translation>国务院办公厅的放假通知在秋季发布，导入之前只按周末计算。</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>office hours %1</source>
        <translation>办公时间 %1</translation>
    </message>
    <message>
        <source>the notice is known</source>
        <translation>放假通知已导入</translation>
    </message>
    <message>
        <source>the notice is not known: due times that run into this year are provisional</source>
        <translation>放假通知尚未导入，涉及该年的时限为暂定</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>The notice of %1 is stored.</source>
        <translation>%1 年放假通知已保存。</translation>
    </message>
    <message>
        <source>Due times that were given stay as they are.</source>
        <translation>已定的时限保持不变。</translation>
    </message>
    <message>
        <source>See which would move…</source>
        <translation>查看会变化的时限…</translation>
    </message>
</context>
<context>
    <name>huiyin::CallFilterBar</name>
    <message>
        <source>Words that the calls hold</source>
        <translation>来电中含有的词语</translation>
    </message>
    <message>
        <source>Phone, caller, note, ticket (Ctrl+F)</source>
        <translation>电话、来电人、备注、工单（Ctrl+F）</translation>
    </message>
    <message>
        <source>Calls of any time</source>
        <translation>来电时间不限</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>处理方式不限</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>时间不限</translation>
    </message>
</context>
<context>
    <name>huiyin::CallerHistory</name>
    <message>
        <source>Caller&apos;s history</source>
        <translation>来电人历史</translation>
    </message>
    <message>
        <source>Earlier tickets and calls of this number</source>
        <translation>此号码以往的工单和来电</translation>
    </message>
    <message numerus="yes">
        <source>This number has called %n time(s)</source>
        <translation>
            <numerusform>此号码曾来电 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter opens the ticket</source>
        <translation>按回车打开工单</translation>
    </message>
    <message>
        <source>Earlier tickets and calls appear here as soon as the number is typed.</source>
        <translation>输入号码后，这里显示以往的工单和来电。</translation>
    </message>
    <message>
        <source>Nothing is known of this number yet.</source>
        <translation>此号码尚无记录。</translation>
    </message>
</context>
<context>
    <name>huiyin::CallsView</name>
    <message>
        <source>Calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>No call matches</source>
        <translation>没有符合条件的来电</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>还没有来电</translation>
    </message>
    <message>
        <source>Take away some of the conditions above.</source>
        <translation>请去掉上方的一些条件。</translation>
    </message>
    <message>
        <source>Take a call with F2; it is kept here, whatever comes of it.</source>
        <translation>按 F2 受理来电；无论结果如何，都会记在这里。</translation>
    </message>
    <message>
        <source>Show all calls</source>
        <translation>显示全部来电</translation>
    </message>
    <message>
        <source>%1 calls · %2 chosen</source>
        <translation>%1 个来电 · 已选 %2</translation>
    </message>
    <message>
        <source>More than %1 calls, counting… · %2 chosen</source>
        <translation>超过 %1 件来电，正在统计… · 已选 %2</translation>
    </message>
    <message>
        <source>Export the calls</source>
        <translation>导出来电</translation>
    </message>
    <message>
        <source>calls</source>
        <comment>name of a file</comment>
        <translation>来电</translation>
    </message>
    <message>
        <source>Writing the calls</source>
        <translation>正在写入来电</translation>
    </message>
    <message>
        <source>At most %1 calls can be copied.</source>
        <translation>最多可复制 %1 条来电。</translation>
    </message>
    <message>
        <source>Export them instead: that writes a file of any length.</source>
        <translation>请改用导出：导出的文件不限长度。</translation>
    </message>
</context>
<context>
    <name>huiyin::CaseSession</name>
    <message>
        <source>The case file is open for reading only. Nothing was changed.</source>
        <translation>工单文件以只读方式打开，未作任何改动。</translation>
    </message>
    <message>
        <source>Building the search index: %1%</source>
        <translation>正在建立检索索引：%1%</translation>
    </message>
    <message>
        <source>“%1” isn&apos;t at its place any more. What is shown may be incomplete.</source>
        <translation>“%1”已不在原处，显示的内容可能不全。</translation>
    </message>
</context>
<context>
    <name>huiyin::ChangeLog</name>
    <message>
        <source>Order of the deadline rules</source>
        <translation>时限规则的顺序</translation>
    </message>
    <message>
        <source>Rules of handling</source>
        <translation>办理规则</translation>
    </message>
    <message>
        <source>New deadline rule “%1”</source>
        <translation>新增时限规则“%1”</translation>
    </message>
    <message>
        <source>Deadline rule “%1”</source>
        <translation>时限规则“%1”</translation>
    </message>
    <message>
        <source>: </source>
        <comment>between what was changed and how</comment>
        <translation>：</translation>
    </message>
    <message>
        <source>as the notice says</source>
        <translation>按通知</translation>
    </message>
    <message>
        <source>Office hours: %1 → %2</source>
        <translation>办公时间：%1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>Notice of %1: %n day(s) changed</source>
        <translation>
            <numerusform>%1 年放假通知：变动 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>type</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>days run</source>
        <translation>起算</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>终止日</translation>
    </message>
    <message>
        <source>extensions</source>
        <translation>延期次数</translation>
    </message>
    <message>
        <source>days of an extension</source>
        <translation>延期工作日</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>回访次数</translation>
    </message>
    <message>
        <source>satisfied citizen</source>
        <translation>满意后办结</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between changes</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Changes of calendar and rules</source>
        <translation>日历和规则变更记录</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>Changes, the last first</source>
        <translation>变更记录，最新的在前</translation>
    </message>
    <message>
        <source>Abnormal clock confirmed: it said %1, the newest record was of %2</source>
        <translation>时钟异常已确认：本机时钟为 %1，当时最新记录为 %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>number %1 of %2</source>
        <translation>第%1号（%2）</translation>
    </message>
    <message>
        <source>before the update of %1</source>
        <translation>升级前（%1）</translation>
    </message>
    <message>
        <source>Passphrase of the backups set</source>
        <translation>设置了备份口令</translation>
    </message>
    <message>
        <source>Passphrase of the backups changed</source>
        <translation>更换了备份口令</translation>
    </message>
    <message>
        <source>Trial restore passed: backup %1</source>
        <translation>恢复演练通过：备份%1</translation>
    </message>
    <message>
        <source>Trial restore failed: backup %1</source>
        <translation>恢复演练未通过：备份%1</translation>
    </message>
    <message>
        <source>Restored from backup %1</source>
        <translation>由备份%1恢复</translation>
    </message>
    <message>
        <source>Restore agreed to: backup %1</source>
        <translation>同意恢复：备份%1</translation>
    </message>
    <message>
        <source>reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>agreed: %1</source>
        <translation>同意人：%1</translation>
    </message>
    <message>
        <source>History of the backups</source>
        <translation>备份记录</translation>
    </message>
    <message>
        <source>Rescued from “%1”: %2 tickets whole, %3 missing, %4 matters to be looked into</source>
        <translation>由“%1”抢救而成：完整工单 %2 件，缺失 %3 件，待核对 %4 项</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>暂无记录</translation>
    </message>
    <message>
        <source>Changes of the calendar and of the rules come here.</source>
        <translation>工作日历和办理规则的变更会记录在这里。</translation>
    </message>
    <message>
        <source>Trial restores, restores and changes of the passphrase come here.</source>
        <translation>恢复演练、恢复和口令变更会记录在这里。</translation>
    </message>
</context>
<context>
    <name>huiyin::CheckMarks</name>
    <message>
        <source>Masked as %1 when it goes out</source>
        <translation>对外时遮盖为 %1</translation>
    </message>
    <message>
        <source>May be a citizen&apos;s: decide it</source>
        <translation>可能是个人信息，待决定</translation>
    </message>
</context>
<context>
    <name>huiyin::ChecksPanel</name>
    <message>
        <source>Checks</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>%1 (doubtful)</source>
        <translation>%1（存疑）</translation>
    </message>
    <message>
        <source>masked as %1</source>
        <translation>遮盖为 %1</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>To be mended or explained</source>
        <translation>待改正或说明</translation>
    </message>
    <message>
        <source>Citizens&apos; data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Checked and right</source>
        <translation>已核对无误</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 处待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing open</source>
        <translation>无待处理</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复数据</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回说明</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>说明原因…</translation>
    </message>
    <message>
        <source>It is masked wherever it stands: %1</source>
        <translation>文中各处均遮盖为 %1</translation>
    </message>
    <message>
        <source>It may be a citizen&apos;s. Decide it: it is masked, or stays, wherever it stands.</source>
        <translation>可能是个人信息，请决定：文中各处一并遮盖，或一并保留。</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>With an explanation</source>
        <translation>已说明原因</translation>
    </message>
    <message>
        <source>You have decided that it stays as it is, wherever it stands.</source>
        <translation>已决定保留原文，全文一并保留。</translation>
    </message>
</context>
<context>
    <name>huiyin::Chip</name>
    <message>
        <source>Take away: %1</source>
        <translation>去掉：%1</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>去掉此条件</translation>
    </message>
</context>
<context>
    <name>huiyin::CitizenReveal</name>
    <message>
        <source>&amp;Show the citizen&apos;s data</source>
        <translation>显示群众信息(&amp;S)</translation>
    </message>
    <message>
        <source>Mask the citizen&apos;s data again (Alt+V)</source>
        <translation>重新遮盖群众信息（Alt+V）</translation>
    </message>
    <message>
        <source>Show name, phone and address (Alt+V); this is recorded</source>
        <translation>显示姓名、电话和地址（Alt+V）；将留下查阅记录</translation>
    </message>
</context>
<context>
    <name>huiyin::ClockNotice</name>
    <message>
        <source>What is due is shown by this clock.</source>
        <translation>到期情况按本机时钟显示。</translation>
    </message>
    <message>
        <source>Until that is settled nothing is accepted, dispatched or closed; drafts are saved.</source>
        <translation>处理之前不能受理、派单、办结；草稿照常保存。</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>时钟无误</translation>
    </message>
    <message>
        <source>If the clock is right, a supervisor or an administrator confirms it.</source>
        <translation>时钟无误的，请主任或系统管理员确认。</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Is it %1 now?</source>
        <translation>现在是 %1 吗？</translation>
    </message>
    <message>
        <source>From now on this clock counts. The history keeps that you have confirmed it.</source>
        <translation>此后以本机时钟为准，您的确认将记入办理记录。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This computer&apos;s time zone is UTC%1, the office&apos;s is UTC%2. All times shown and typed here are the office&apos;s. If the computer stands in the office, set its time zone right.</source>
        <translation>本机时区为 UTC%1，本单位时区为 UTC%2。本程序显示和填写的时间均为本单位时间。如果电脑就在本单位，请校正其时区。</translation>
    </message>
</context>
<context>
    <name>huiyin::CodePicker</name>
    <message>
        <source>Show the list</source>
        <translation>显示列表</translation>
    </message>
    <message>
        <source>nothing is called so</source>
        <translation>没有这个名称</translation>
    </message>
    <message>
        <source>The list holds no such name.</source>
        <translation>列表中没有这个名称。</translation>
    </message>
    <message>
        <source>The list holds nothing like “%1”. Choose an entry, or empty the field.</source>
        <translation>列表中没有与“%1”相符的项。请选择一项，或清空此栏。</translation>
    </message>
</context>
<context>
    <name>huiyin::CodeTableEditor</name>
    <message>
        <source>&amp;Retired ones too</source>
        <translation>含已停用(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>Add &amp;below…</source>
        <translation>添加下级(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移（Alt+上）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移（Alt+下）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Add the first…</source>
        <translation>添加第一项…</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Unit word</source>
        <translation>量词</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>电话渠道</translation>
    </message>
    <message>
        <source>In total</source>
        <translation>计入总数</translation>
    </message>
    <message>
        <source>Add the telephone line, the mailboxes and the boards that matters come by.</source>
        <translation>添加受理诉求的热线电话、信箱和留言板。</translation>
    </message>
    <message>
        <source>Request type</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Add what citizens want: consultation, help, complaint …</source>
        <translation>添加群众的诉求：咨询、求助、投诉等。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Add the subjects that tickets are sorted by, or import your list.</source>
        <translation>添加工单归类用的类别，或导入现有清单。</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Add a special subject that is counted apart, such as an epidemic.</source>
        <translation>添加需要单独统计的专题，如疫情。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Add counties, townships and communities, or import your list.</source>
        <translation>添加县区、乡镇和社区，或导入现有清单。</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Add whom tickets are dispatched to, or import your list.</source>
        <translation>添加接收派单的单位，或导入现有清单。</translation>
    </message>
    <message>
        <source>“%1” is retired: it is offered no more, and stays in what was written.</source>
        <translation>“%1”已停用：不再供选择，已有记录不变。</translation>
    </message>
    <message>
        <source>“%1” is in use again.</source>
        <translation>“%1”已恢复使用。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>huiyin::ColumnMatchView</name>
    <message>
        <source>Columns of the case file, and what fills them</source>
        <translation>工单文件的列及其来源</translation>
    </message>
    <message>
        <source>In the case file</source>
        <translation>工单文件中</translation>
    </message>
    <message>
        <source>Column of the sheet</source>
        <translation>表格中的列</translation>
    </message>
    <message>
        <source>The same in every row, or before it</source>
        <translation>每行相同的内容，或加在前面</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Several columns…</source>
        <translation>合并多列…</translation>
    </message>
    <message>
        <source>The same in every row: %1</source>
        <translation>每行相同：%1</translation>
    </message>
    <message>
        <source>Columns that are joined</source>
        <translation>要合并的列</translation>
    </message>
</context>
<context>
    <name>huiyin::CompareDialog</name>
    <message>
        <source>Changed meanwhile</source>
        <translation>期间已被修改</translation>
    </message>
    <message>
        <source>Somebody has saved it since you began. Nothing of yours is saved yet: choose for each field what is to stand. Going back leaves all that you typed in the form.</source>
        <translation>您开始填写后，已有他人保存了修改。您的内容尚未保存：请逐项选择以哪一方为准。返回表单时，您填写的内容都还在。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>When you began</source>
        <translation>您开始填写时</translation>
    </message>
    <message>
        <source>In the file now</source>
        <translation>现已保存的</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您填写的</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>not changed</source>
        <translation>未改动</translation>
    </message>
    <message>
        <source>as you typed it</source>
        <translation>您所填写</translation>
    </message>
    <message>
        <source>%1: take what is in the file now, %2</source>
        <translation>%1：采用现已保存的，%2</translation>
    </message>
    <message>
        <source>%1: take yours, %2</source>
        <translation>%1：采用您填写的，%2</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>有差异的项目</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>返回表单</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) still to be chosen</source>
        <translation>
            <numerusform>还有 %n 项未选择</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>huiyin::ComparedFields</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>反映人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Kind of requester</source>
        <translation>反映人类型</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>保密要求</translation>
    </message>
    <message>
        <source>Time of receipt</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Number of the channel</source>
        <translation>渠道编号</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Repeat of</source>
        <translation>重复工单</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Articles used</source>
        <translation>引用的知识</translation>
    </message>
</context>
<context>
    <name>huiyin::ConditionsField</name>
    <message>
        <source>Always</source>
        <translation>始终印出</translation>
    </message>
    <message>
        <source>Only if there is …</source>
        <translation>仅在有……时</translation>
    </message>
    <message>
        <source>Only if there is no …</source>
        <translation>仅在没有……时</translation>
    </message>
    <message>
        <source>More counts</source>
        <translation>更多数量</translation>
    </message>
    <message>
        <source>A base of the rate</source>
        <translation>比率的分母</translation>
    </message>
    <message>
        <source>Something in the period before</source>
        <translation>上期数</translation>
    </message>
    <message>
        <source>Something in the same period of last year</source>
        <translation>去年同期数</translation>
    </message>
</context>
<context>
    <name>huiyin::ConsentDialog</name>
    <message>
        <source>Two persons</source>
        <translation>双人确认</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Agree and go on</source>
        <translation>同意并继续</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>What it is needed for, and who asked for it</source>
        <translation>作何用途，何人要求</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>事由(&amp;R)</translation>
    </message>
    <message>
        <source>Somebody else who works here</source>
        <translation>本单位的另一人</translation>
    </message>
    <message>
        <source>&amp;Second person</source>
        <translation>同意人(&amp;S)</translation>
    </message>
    <message>
        <source>His or her &amp;password</source>
        <translation>同意人密码(&amp;P)</translation>
    </message>
    <message>
        <source>The second person enters the password. You stay logged in; the record names both of you and the reason.</source>
        <translation>密码由同意人本人输入，您仍保持登录。查阅记录将写明两人姓名和事由。</translation>
    </message>
    <message>
        <source>The record keeps the reason.</source>
        <translation>事由将写入查阅记录。</translation>
    </message>
</context>
<context>
    <name>huiyin::CorrectionDialog</name>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Content</source>
        <translation>内容(&amp;C)</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>诉求类型(&amp;Y)</translation>
    </message>
    <message>
        <source>C&amp;ategory</source>
        <translation>诉求类别(&amp;A)</translation>
    </message>
    <message>
        <source>T&amp;opic</source>
        <translation>专题(&amp;O)</translation>
    </message>
    <message>
        <source>A&amp;rea</source>
        <translation>区域(&amp;R)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;quester</source>
        <translation>反映人(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>联系电话(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>反映人类型(&amp;K)</translation>
    </message>
    <message>
        <source>Con&amp;fidentiality</source>
        <translation>保密要求(&amp;F)</translation>
    </message>
    <message>
        <source>The ticket %1</source>
        <translation>工单 %1</translation>
    </message>
</context>
<context>
    <name>huiyin::CountTile</name>
    <message>
        <source>Open the list</source>
        <translation>打开列表</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>huiyin::CutOffPicker</name>
    <message>
        <source>As of %1</source>
        <comment>cut-off; the day is included</comment>
        <translation>截至%1</translation>
    </message>
    <message>
        <source>As of its end</source>
        <translation>截至期末</translation>
    </message>
    <message>
        <source>Cut-off: %1</source>
        <translation>截止时间：%1</translation>
    </message>
    <message>
        <source>What happened after %1 is not counted</source>
        <translation>%1之后发生的不计</translation>
    </message>
    <message>
        <source>The &amp;end of the period</source>
        <translation>期末(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Another day, included</source>
        <translation>另选日期，含当日(&amp;A)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Last day that counts</source>
        <translation>计入的最后一天</translation>
    </message>
</context>
<context>
    <name>huiyin::DeadlineSection</name>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>Ended &amp;ones too</source>
        <translation>含已终止的(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Changes…</source>
        <translation>变更记录(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Due times…</source>
        <translation>核对时限(&amp;D)…</translation>
    </message>
    <message>
        <source>Rules of handl&amp;ing…</source>
        <translation>办理规则(&amp;I)…</translation>
    </message>
    <message>
        <source>Which open tickets would have another due time now</source>
        <translation>查看哪些在办工单的时限会有变化</translation>
    </message>
    <message>
        <source>Ask before</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Ask after</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Ask it before the rule above, which names as much</source>
        <translation>排到同级的上一条规则之前</translation>
    </message>
    <message>
        <source>Ask it after the rule below, which names as much</source>
        <translation>排到同级的下一条规则之后</translation>
    </message>
    <message>
        <source>Deadline rules</source>
        <translation>时限规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Days run</source>
        <translation>起算</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The rule that names most of type, urgency, channel and mark applies; of those that name equally many a critical one, then an urgent one, then one for the type, then the one that stands first here.</source>
        <translation>在诉求类型、紧急程度、来源渠道、标记中限定项最多的规则优先；限定项同样多的，依次为特急、急件、限定诉求类型的，再按此处顺序。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>no extensions</source>
        <translation>不予延期</translation>
    </message>
    <message numerus="yes">
        <source>%n extension(s) of a dispatch</source>
        <translation>
            <numerusform>每件承办可延期 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of up to %n working day(s)</source>
        <translation>
            <numerusform>每次不超过 %n 个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every dispatched ticket is followed up, %n time(s) at most</source>
        <translation>
            <numerusform>转办工单均须回访，最多 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>not every ticket is followed up</source>
        <translation>不要求逐件回访</translation>
    </message>
    <message>
        <source>all tickets</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>Due times that were given stay as they are.</source>
        <translation>已定的时限保持不变。</translation>
    </message>
    <message>
        <source>See which would move…</source>
        <translation>查看会变化的时限…</translation>
    </message>
    <message>
        <source>&amp;Let it go on</source>
        <translation>继续使用(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Let it end today</source>
        <translation>今日终止(&amp;L)</translation>
    </message>
    <message>
        <source>Suspension</source>
        <translation>暂停计时</translation>
    </message>
    <message numerus="yes">
        <source>up to %n working day(s)</source>
        <translation>
            <numerusform>最多 %n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>attachments of up to %1 MB, %2 MB for a ticket</source>
        <translation>单个附件不超过 %1 MB，一件工单合计不超过 %2 MB</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>适用日期</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>first and last day of a rule</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>first day of a rule</comment>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>last day of a rule</comment>
        <translation>至 %1</translation>
    </message>
</context>
<context>
    <name>huiyin::DepartmentsField</name>
    <message>
        <source>Take away %1</source>
        <translation>去掉%1</translation>
    </message>
</context>
<context>
    <name>huiyin::DispatchFields</name>
    <message>
        <source>&amp;Lead</source>
        <translation>主办单位(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Co-handlers</source>
        <translation>协办单位(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Instruction</source>
        <translation>交办意见(&amp;I)</translation>
    </message>
    <message>
        <source>What the office asks of the department</source>
        <translation>对承办单位的办理要求</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>办理时限(&amp;D)</translation>
    </message>
</context>
<context>
    <name>huiyin::DispatchPage</name>
    <message>
        <source>What waits</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Ne&amp;xt queue</source>
        <translation>下一待办(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Previous queue</source>
        <translation>上一待办(&amp;P)</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有工单</translation>
    </message>
    <message>
        <source>No ticket waits for a department.</source>
        <translation>没有等待派单的工单。</translation>
    </message>
    <message>
        <source>No ticket is waiting in this queue.</source>
        <translation>此类待办暂无工单。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>queue and how many wait in it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退单申请</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>延期申请</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>&amp;Give out departments&apos; sheets…</source>
        <translation>制发交换表(&amp;G)…</translation>
    </message>
    <message>
        <source>Sheets…</source>
        <translation>交换表…</translation>
    </message>
    <message>
        <source>Spreadsheets for departments without a program</source>
        <translation>供没有本程序的承办单位使用的电子表格</translation>
    </message>
    <message>
        <source>Take in a department&apos;s sheet</source>
        <translation>录入交换表</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx)</source>
        <translation>电子表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Ta&amp;ke in a department&apos;s sheet…</source>
        <translation>录入交换表(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>huiyin::DueHint</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No rule gives a due time for this.</source>
        <translation>没有适用的时限规则。</translation>
    </message>
    <message>
        <source>by %1 %2</source>
        <comment>day, hour</comment>
        <translation>%1 %2 前</translation>
    </message>
    <message>
        <source>provisional: holidays of that year are not known yet</source>
        <translation>暂定：尚无该年的放假安排</translation>
    </message>
</context>
<context>
    <name>huiyin::DueMovesDialog</name>
    <message>
        <source>no longer provisional</source>
        <translation>不再是暂定</translation>
    </message>
    <message>
        <source>set by hand or imported</source>
        <translation>人工设定或导入</translation>
    </message>
    <message>
        <source>had none</source>
        <translation>原无时限</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>全不选(&amp;N)</translation>
    </message>
    <message>
        <source>Due times of open tickets</source>
        <translation>在办工单的时限</translation>
    </message>
    <message>
        <source>Due times that would move</source>
        <translation>会变化的时限</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>现时限</translation>
    </message>
    <message>
        <source>Would be due</source>
        <translation>新时限</translation>
    </message>
    <message>
        <source>By the rule</source>
        <translation>依据规则</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Looking through the open tickets …</source>
        <translation>正在核对在办工单……</translation>
    </message>
    <message>
        <source>Till now: %1</source>
        <translation>原规则：%1</translation>
    </message>
    <message>
        <source>Every due time of an open ticket agrees with the calendar and the rules.</source>
        <translation>在办工单的时限均与日历和规则一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n due time(s) would be another by the calendar and the rules as they are now. Those with a warning are not ticked.</source>
        <translation>
            <numerusform>按现行日历和规则，有 %n 个时限会变化。带提示的默认不勾选。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due time(s) moved.</source>
        <translation>
            <numerusform>已调整 %n 个时限。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Move %n due time(s)</source>
        <translation>
            <numerusform>调整 %n 个时限(&amp;M)</numerusform>
        </translation>
    </message>
    <message>
        <source>extended or suspended</source>
        <translation>已延期或暂停</translation>
    </message>
    <message>
        <source>Moving due times</source>
        <translation>正在调整时限</translation>
    </message>
    <message>
        <source>would be overdue</source>
        <translation>调整后超期</translation>
    </message>
</context>
<context>
    <name>huiyin::EntryDialog</name>
    <message>
        <source>at the top</source>
        <translation>顶级</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>新建来源渠道</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Its matters come by &amp;telephone</source>
        <translation>电话渠道(&amp;T)</translation>
    </message>
    <message>
        <source>Its tickets &amp;count into the office&apos;s total</source>
        <translation>工单计入总数(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Below</source>
        <translation>上级(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Unit word</source>
        <translation>量词(&amp;U)</translation>
    </message>
    <message>
        <source>New request type</source>
        <translation>新建诉求类型</translation>
    </message>
    <message>
        <source>Request type</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>新建诉求类别</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>代码(&amp;O)</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>新建专题</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>开始(&amp;F)</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>结束(&amp;O)</translation>
    </message>
    <message>
        <source>The days limit what intake offers; figures count every ticket of the topic.</source>
        <translation>起止日期只限定受理时可选的专题；统计时该专题的工单全部计入。</translation>
    </message>
    <message>
        <source>This is not a day. Write it as 2020-02-09.</source>
        <translation>这不是日期。请写作 2020-02-09。</translation>
    </message>
    <message>
        <source>New area</source>
        <translation>新建区域</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>New department</source>
        <translation>新建承办单位</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>other names it is written by, parted by ;</source>
        <translation>其他写法，用 ; 分隔</translation>
    </message>
    <message>
        <source>&amp;Short name</source>
        <translation>简称(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Aliases</source>
        <translation>别名(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>电话(&amp;P)</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>What you have filled in is not saved.</source>
        <translation>已填写的内容尚未保存。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Go on filling in</source>
        <translation>继续填写</translation>
    </message>
</context>
<context>
    <name>huiyin::ExportSection</name>
    <message>
        <source>Only what was received &amp;in</source>
        <translation>只导出此期间受理的(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Replace an export that stands there</source>
        <translation>替换该处已有的导出(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>To a &amp;new folder</source>
        <translation>导出到新文件夹(&amp;N)</translation>
    </message>
    <message>
        <source>Where the new folder is made</source>
        <translation>新文件夹的位置</translation>
    </message>
    <message>
        <source>Exporting the tables</source>
        <translation>正在导出各表</translation>
    </message>
    <message>
        <source>Exported: %1</source>
        <translation>已导出：%1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>The tables hold the names, telephones and addresses of citizens, unmasked.</source>
        <translation>导出的表含有群众的姓名、电话和地址，未遮盖。</translation>
    </message>
    <message>
        <source>CSV files in a folder</source>
        <translation>CSV 文件夹</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>电子表格（.xlsx）</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>格式(&amp;A)</translation>
    </message>
    <message>
        <source>All tables as spreadsheets read them, and as Import takes them back. They hold the names and telephones of citizens: keep them as safe as the case file itself.</source>
        <translation>全部数据表，电子表格软件可以打开，也可以用“导入”读回。其中含有群众姓名和电话，须与工单文件同等保管。</translation>
    </message>
    <message>
        <source>To a &amp;new file</source>
        <translation>导出到新文件(&amp;N)</translation>
    </message>
    <message>
        <source>Export the tables</source>
        <translation>导出数据表</translation>
    </message>
    <message>
        <source>Nothing can be written into “%1”. Choose another folder.</source>
        <translation>无法写入“%1”。请另选文件夹。</translation>
    </message>
    <message>
        <source>With names hidden (masked)</source>
        <translation>遮盖姓名等个人信息</translation>
    </message>
    <message>
        <source>In full: takes a reason, and a second person where several work</source>
        <translation>完整内容：须写明事由，多人任职的还须另一人同意</translation>
    </message>
    <message>
        <source>&amp;Citizens&apos; data</source>
        <translation>群众信息(&amp;C)</translation>
    </message>
    <message>
        <source>All tables as spreadsheets read them. Names, telephones and addresses are masked, in texts too; nothing brings them back.</source>
        <translation>全部数据表，电子表格软件可以打开。姓名、电话、地址均已遮盖，正文中出现的也一样，无法还原。</translation>
    </message>
</context>
<context>
    <name>huiyin::FigureName</name>
    <message>
        <source>closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>closed on time</source>
        <translation>按时办结</translation>
    </message>
    <message>
        <source>judged for timeliness</source>
        <translation>按时办结率基数</translation>
    </message>
    <message>
        <source>replied in time</source>
        <translation>及时回复</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>redone</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Merged into another ticket</source>
        <translation>并入其他工单</translation>
    </message>
    <message>
        <source>Answered directly</source>
        <translation>直接解答</translation>
    </message>
    <message>
        <source>Base of the category shares</source>
        <translation>类别占比基数</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Dispatched and closed</source>
        <translation>转办已办结</translation>
    </message>
    <message>
        <source>Dispatched and open</source>
        <translation>转办在办</translation>
    </message>
    <message>
        <source>Closed on time</source>
        <translation>按时办结</translation>
    </message>
    <message>
        <source>Judged for timeliness</source>
        <translation>按时办结率基数</translation>
    </message>
    <message>
        <source>Due for follow-up</source>
        <translation>应回访</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>Reached by follow-up</source>
        <translation>回访接通</translation>
    </message>
    <message>
        <source>Rated at follow-up</source>
        <translation>回访已评价</translation>
    </message>
    <message>
        <source>Satisfied at follow-up</source>
        <translation>回访满意</translation>
    </message>
    <message>
        <source>Solved, says the follow-up</source>
        <translation>回访确认解决</translation>
    </message>
    <message>
        <source>Closed, from enterprises</source>
        <translation>企业诉求办结</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>dispatched, with those returned</source>
        <translation>转办（含退单）</translation>
    </message>
    <message>
        <source>closed, as the lead</source>
        <translation>主办工单已办结</translation>
    </message>
    <message>
        <source>closed, as the lead, from enterprises</source>
        <translation>主办的企业工单已办结</translation>
    </message>
    <message>
        <source>due for follow-up</source>
        <translation>应回访</translation>
    </message>
    <message>
        <source>called back</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>reached by follow-up</source>
        <translation>回访接通</translation>
    </message>
    <message>
        <source>rated at follow-up</source>
        <translation>回访参评</translation>
    </message>
    <message>
        <source>satisfied at follow-up</source>
        <translation>回访满意</translation>
    </message>
    <message>
        <source>solved, says the follow-up</source>
        <translation>回访确认解决</translation>
    </message>
    <message>
        <source>closed, from enterprises</source>
        <translation>企业诉求办结</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Dispatched, with those returned</source>
        <translation>转办（含退单）</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Dispatched, and the ticket is closed</source>
        <translation>转办工单已办结</translation>
    </message>
    <message>
        <source>Dispatched, and the ticket is closed, from enterprises</source>
        <translation>转办的企业工单已办结</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>closed late</source>
        <translation>超期办结</translation>
    </message>
    <message>
        <source>overdue and still open</source>
        <translation>超期未办</translation>
    </message>
    <message>
        <source>dissatisfied at follow-up</source>
        <translation>回访不满意</translation>
    </message>
    <message>
        <source>Valid calls</source>
        <translation>有效来电</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Closed late</source>
        <translation>超期办结</translation>
    </message>
    <message>
        <source>Overdue and still open</source>
        <translation>超期未办</translation>
    </message>
    <message>
        <source>Carried over from before</source>
        <translation>上期结转</translation>
    </message>
    <message>
        <source>Carried over and closed</source>
        <translation>结转办结</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Supervised and closed</source>
        <translation>督办办结</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Dissatisfied at follow-up</source>
        <translation>回访不满意</translation>
    </message>
</context>
<context>
    <name>huiyin::FigureOpener</name>
    <message numerus="yes">
        <source>%n ticket(s) of %1 calls</source>
        <translation>
            <numerusform>%n 件工单，来自 %1 个来电</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n 件工单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::FigurePage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>huiyin::FigurePanel</name>
    <message>
        <source>%1, as a table</source>
        <translation>%1（表格）</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>%1: show as a table</source>
        <translation>%1：以表格显示</translation>
    </message>
    <message>
        <source>Copy or save this chart</source>
        <translation>复制或保存此图</translation>
    </message>
    <message>
        <source>%1: copy or save</source>
        <translation>%1：复制或保存</translation>
    </message>
    <message numerus="yes">
        <source>Show only the first %n</source>
        <translation>
            <numerusform>只显示前 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>显示全部 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>另存为 PNG…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>另存为 SVG…</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
</context>
<context>
    <name>huiyin::FigureTable</name>
    <message>
        <source>Open the tickets behind this figure</source>
        <translation>打开此数对应的工单</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>The usual columns</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>huiyin::FigureTables</name>
    <message>
        <source>%1 (counted apart)</source>
        <translation>%1（单列）</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Closure rate</source>
        <translation>办结率</translation>
    </message>
    <message>
        <source>On-time rate</source>
        <translation>按时办结率</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Timely reply rate</source>
        <translation>及时回复率</translation>
    </message>
    <message>
        <source>Request type</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Mean days</source>
        <translation>平均天数</translation>
    </message>
    <message>
        <source>Median days</source>
        <translation>天数中位数</translation>
    </message>
    <message>
        <source>Mean work days</source>
        <translation>平均工作日</translation>
    </message>
    <message>
        <source>Median work days</source>
        <translation>工作日中位数</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>退单率</translation>
    </message>
    <message>
        <source>Redo rate</source>
        <translation>重办率</translation>
    </message>
    <message>
        <source>Extension rate</source>
        <translation>延期率</translation>
    </message>
    <message>
        <source>Follow-up rate</source>
        <translation>回访率</translation>
    </message>
    <message>
        <source>Reached rate</source>
        <translation>接通率</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意率</translation>
    </message>
    <message>
        <source>Solved rate</source>
        <translation>解决率</translation>
    </message>
</context>
<context>
    <name>huiyin::FigureTile</name>
    <message>
        <source>Open the tickets behind this figure</source>
        <translation>打开此数对应的工单</translation>
    </message>
</context>
<context>
    <name>huiyin::FileCommands</name>
    <message>
        <source>Case files (*.huiyin)</source>
        <translation>工单文件 (*.huiyin)</translation>
    </message>
    <message>
        <source>Making the case file</source>
        <translation>正在新建工单文件</translation>
    </message>
    <message>
        <source>There is no sample office “%1”.</source>
        <translation>没有示例单位“%1”。</translation>
    </message>
    <message>
        <source>No file can be made in the folder for temporary files.</source>
        <translation>无法在临时文件夹中建立文件。</translation>
    </message>
    <message>
        <source>Making the sample office</source>
        <translation>正在生成示例单位</translation>
    </message>
    <message>
        <source>Open a case file</source>
        <translation>打开工单文件</translation>
    </message>
    <message>
        <source>Back up a copy</source>
        <translation>备份副本</translation>
    </message>
    <message>
        <source>Copying the case file</source>
        <translation>正在复制工单文件</translation>
    </message>
    <message>
        <source>The copy is complete and has been checked.</source>
        <translation>副本已完成并通过校验。</translation>
    </message>
    <message>
        <source>The copy is complete, but some records of the case file are not as they were written.</source>
        <translation>副本已完成，但工单文件中有记录与写入时不一致。</translation>
    </message>
    <message>
        <source>Keep this copy and the earlier ones, and have the file checked.</source>
        <translation>请保留此副本和以前的副本，并检查工单文件。</translation>
    </message>
    <message>
        <source>Save what is open elsewhere</source>
        <translation>把已打开的内容另存到别处</translation>
    </message>
    <message>
        <source>Saving what is open</source>
        <translation>正在另存已打开的内容</translation>
    </message>
    <message>
        <source>What was open has been saved and checked. Open this file to go on.</source>
        <translation>已打开的内容已另存并通过校验。请打开这个文件继续工作。</translation>
    </message>
    <message>
        <source>%1 rescued</source>
        <translation>%1-抢救</translation>
    </message>
    <message>
        <source>Rescue into a new file</source>
        <translation>抢救到新文件</translation>
    </message>
    <message>
        <source>Rescuing what can be read</source>
        <translation>正在抢救可读内容</translation>
    </message>
    <message>
        <source>Tickets brought over whole: %1. Missing: %2. To be looked into: %3.</source>
        <translation>完整抢救工单 %1 件，缺失 %2 件，待核对 %3 项。</translation>
    </message>
    <message>
        <source>What is missing stands in “%1”.</source>
        <translation>缺失清单在“%1”。</translation>
    </message>
    <message>
        <source>Keep the damaged file as it is until the list has been gone through.</source>
        <translation>清单核对完毕之前，请保留损坏的文件，不要改动。</translation>
    </message>
    <message>
        <source>Copy to a disk of this computer</source>
        <translation>复制到本机磁盘</translation>
    </message>
    <message>
        <source>This folder lies on a network drive too. Nothing was copied.</source>
        <translation>该文件夹也在网络驱动器上，未复制。</translation>
    </message>
    <message>
        <source>Choose a folder on a disk of this computer.</source>
        <translation>请选择本机磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>The copy is complete and has been checked. It is opened now.</source>
        <translation>已复制并核对，现在打开。</translation>
    </message>
    <message>
        <source>Work in this copy alone from now on. What others still enter in “%1” is not in it.</source>
        <translation>今后请只在本副本中工作。他人继续在“%1”中录入的内容不会进入本副本。</translation>
    </message>
    <message>
        <source>Which case file is damaged?</source>
        <translation>选择受损的工单文件</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不打开</translation>
    </message>
</context>
<context>
    <name>huiyin::FileNotices</name>
    <message>
        <source>This file had no seals of yours; they begin with this login. If you have sealed it before, they were taken out.</source>
        <translation>本文件中没有您的封存，自本次登录起开始封存。如您此前封存过，则此前的封存已被删去。</translation>
    </message>
    <message>
        <source>The last records that this computer saw in the history of this file are missing: it is an older copy, or its end was cut off.</source>
        <translation>本机上次见到的最后几条办理记录不在文件中：这是较早的副本，或记录末尾被截去。</translation>
    </message>
    <message>
        <source>Begin new seals</source>
        <translation>重新开始封存</translation>
    </message>
    <message>
        <source>Nothing could be sealed at your login. A check of the file tells more.</source>
        <translation>本次登录时未能封存，请校验工单文件。</translation>
    </message>
    <message>
        <source>Other users of this computer can read this file, with the citizens&apos; data in it.</source>
        <translation>本机的其他用户也能读取此文件，其中有群众的个人信息。</translation>
    </message>
    <message>
        <source>Close it to them</source>
        <translation>设为仅本人可读</translation>
    </message>
    <message>
        <source>The system doesn&apos;t allow it: the file belongs to another user.</source>
        <translation>系统不允许更改：此文件属于其他用户。</translation>
    </message>
    <message>
        <source>This file is open for reading only. Nothing can be changed.</source>
        <translation>此文件以只读方式打开，不能改动。</translation>
    </message>
    <message>
        <source>This file is open for reading only: it is held for writing by %1.</source>
        <translation>此文件以只读方式打开：正由%1写入。</translation>
    </message>
    <message>
        <source>Open for writing</source>
        <translation>以可写方式打开</translation>
    </message>
    <message>
        <source>The file was brought up to date. A copy of it as it was lies in “%1”.</source>
        <translation>文件已升级。原样副本保存在“%1”。</translation>
    </message>
    <message>
        <source>The records could not be gone through: %1</source>
        <translation>未能逐条核验记录：%1</translation>
    </message>
    <message>
        <source>Three or more work here now: supervisor, administrator and auditor should be three persons.</source>
        <translation>在岗已有三人以上，主任、系统管理员、审计员应由三人分任。</translation>
    </message>
    <message>
        <source>Show the users</source>
        <translation>查看用户</translation>
    </message>
    <message>
        <source>The case file isn&apos;t at its place any more: it was moved, renamed or deleted, or its drive has gone. Nothing can be saved now; what you have typed stays. Put it back, or save what is open elsewhere.</source>
        <translation>工单文件已不在原处：可能被移走、改名或删除，或所在的盘已断开。现在不能保存，已填内容保留。请把文件放回原处，或把已打开的内容另存到别处。</translation>
    </message>
    <message>
        <source>Another file was put in the place of the case file. Nothing can be saved now; what you have typed stays. Save what is open elsewhere before you open the other one.</source>
        <translation>工单文件已被另一个文件替换。现在不能保存，已填内容保留。请先把已打开的内容另存到别处，再打开那个文件。</translation>
    </message>
    <message>
        <source>Save what is open elsewhere…</source>
        <translation>把已打开的内容另存到别处…</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Only %1 are left on the disk that holds the case file. Free some space before tickets can&apos;t be saved any more.</source>
        <translation>工单文件所在磁盘只剩 %1，请及时清理，以免工单无法保存。</translation>
    </message>
    <message>
        <source>This file has a second name in some folder (a hard link). A program that copies or replaces one of the two parts them unnoticed: delete the other name.</source>
        <translation>这个文件在别的文件夹中还有一个名字（硬链接）。若有程序复制或替换其中一个，两者会在不知不觉中分开，请删除另一个名字。</translation>
    </message>
    <message>
        <source>The records of this file are not those that this computer saw last time: somebody has gone on elsewhere in an older copy, or records were replaced.</source>
        <translation>本文件的记录与本机上次见到的不一致：可能有人在别处用较早的副本继续办理，也可能有记录被替换。</translation>
    </message>
    <message>
        <source>If you know why, as after a backup was put back, accept the file: from then on it counts as it is now, and the history keeps that you have accepted it. If you don&apos;t, find out first.</source>
        <translation>如已知原因（例如刚恢复过备份），可点“接受现状”：此后以文件现在的内容为准，并在办理记录中记下是您接受的。原因不明的，请先查明。</translation>
    </message>
    <message>
        <source>Tell the auditor: only an auditor, or an administrator where there is none, can accept the file as it is.</source>
        <translation>请告知审计员：只有审计员（没有审计员的为系统管理员）可以接受文件现状。</translation>
    </message>
    <message>
        <source>The key of your seals is not the one that you sealed with, though your password was not given anew: somebody has exchanged it in the file. Have the file checked and compare it with an older backup. Nothing is sealed until you begin new seals, which the history keeps.</source>
        <translation>您的密码未被重置，封存密钥却已不是您原来用的那一把：有人在文件中换掉了它。请校验文件，并与较早的备份比对。在您重新开始封存之前不再封存；重新开始会记入办理记录。</translation>
    </message>
    <message>
        <source>What you sealed is not as it was, from your seal number %1 on: somebody has changed records or taken some out. Have the file checked and compare it with an older backup. Nothing is sealed until you begin new seals, which the history keeps.</source>
        <translation>您封存过的内容自第 %1 次封存起与原样不符：有人改动或删去了记录。请校验文件，并与较早的备份比对。在您重新开始封存之前不再封存；重新开始会记入办理记录。</translation>
    </message>
    <message>
        <source>Somebody else has given you a new password. Whether what you sealed before is as it was can&apos;t be told any more; new seals begin with this login.</source>
        <translation>您的密码已由他人重置，此前封存的内容是否保持原样已无法核验；自本次登录起重新封存。</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Rescue what can be read…</source>
        <translation>抢救可读内容…</translation>
    </message>
    <message>
        <source>Tell your supervisor or administrator.</source>
        <translation>请告知主任或系统管理员。</translation>
    </message>
    <message>
        <source>Accept the file as it is</source>
        <translation>接受现状</translation>
    </message>
    <message>
        <source>Show the records</source>
        <translation>查看记录</translation>
    </message>
</context>
<context>
    <name>huiyin::FileSafety</name>
    <message>
        <source>The newest backup could not be restored in a trial.</source>
        <translation>最新备份未通过恢复演练。</translation>
    </message>
    <message>
        <source>Make another backup now, under Set-up, Backups, and keep the earlier ones.</source>
        <translation>请到“设置 → 备份”立即另作一份备份，并保留以前的备份。</translation>
    </message>
    <message>
        <source>The newest backup could not be restored in a trial: %1</source>
        <translation>最新备份未通过恢复演练：%1</translation>
    </message>
    <message>
        <source>No backup could be made: %1</source>
        <translation>备份失败：%1</translation>
    </message>
    <message>
        <source>The second medium has had no copy for more than %1 days.</source>
        <translation>第二介质已超过 %1 天没有新备份。</translation>
    </message>
    <message>
        <source>There is no copy on the second medium yet.</source>
        <translation>第二介质上还没有备份。</translation>
    </message>
    <message>
        <source>Plug it in: the next backup is copied to it.</source>
        <translation>请接通介质，下次备份时会复制过去。</translation>
    </message>
    <message>
        <source>It takes a passphrase first.</source>
        <translation>须先设定口令。</translation>
    </message>
    <message>
        <source>Backups lie on this computer only. A second medium, a stick or a share, keeps them when its disk dies.</source>
        <translation>备份目前只存在本机。请选定第二介质（U 盘或共享文件夹），硬盘损坏时备份仍在。</translation>
    </message>
    <message>
        <source>Show the backups</source>
        <translation>查看备份</translation>
    </message>
    <message>
        <source>The backup was restored as a file of its own.</source>
        <translation>备份已恢复为单独的文件。</translation>
    </message>
    <message>
        <source>There are backups of it. What is there now is moved aside, and nothing is deleted.</source>
        <translation>它有备份。现有文件只移到一旁，不会删除。</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The present file stays. The restored one lies beside it.</source>
        <translation>当前文件未替换，恢复出的文件在它旁边。</translation>
    </message>
    <message>
        <source>The backup has taken the place of the case file.</source>
        <translation>已用备份替换工单文件。</translation>
    </message>
    <message>
        <source>What stood there is kept as “%1”.</source>
        <translation>原文件保留为“%1”。</translation>
    </message>
    <message>
        <source>Rescue what can be read…</source>
        <translation>抢救可读内容…</translation>
    </message>
    <message>
        <source>The backup was made, but not copied to the second medium: %1</source>
        <translation>备份已完成，但未能复制到第二介质：%1</translation>
    </message>
    <message>
        <source>You have opened a backup itself. No backups are made of it, and what you enter here is not in the case file of the office. To go on from it, close it and restore it.</source>
        <translation>当前打开的是一份备份。不会再为它做备份，在此录入的内容也不在本单位的工单文件中。如需在此基础上继续工作，请关闭后恢复。</translation>
    </message>
    <message>
        <source>Close it and restore it…</source>
        <translation>关闭并恢复…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不打开</translation>
    </message>
</context>
<context>
    <name>huiyin::FileSaver</name>
    <message>
        <source>There is already a file “%1”.</source>
        <translation>已有文件“%1”。</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留原文件</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>纯文本 (*.txt)</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Layouts of bulletins (*.json)</source>
        <translation>简报版式 (*.json)</translation>
    </message>
</context>
<context>
    <name>huiyin::FollowUpForm</name>
    <message>
        <source>Method</source>
        <translation>回访方式</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>The citizen</source>
        <translation>反映人</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Not solved</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未表示</translation>
    </message>
    <message>
        <source>The matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>未评价</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>回访意见</translation>
    </message>
    <message>
        <source>What the citizen says</source>
        <translation>反映人的意见</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>To be done over</source>
        <translation>重办事项</translation>
    </message>
    <message>
        <source>For a redo: what is missing</source>
        <translation>重办要求（哪些问题未解决）</translation>
    </message>
</context>
<context>
    <name>huiyin::FollowUpPage</name>
    <message>
        <source>Nobody is waiting to be called</source>
        <translation>没有待回访的工单</translation>
    </message>
    <message>
        <source>Tickets come here when the department&apos;s reply has been accepted.</source>
        <translation>承办单位的回复审核通过后，工单会到这里。</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Save, next one</source>
        <translation>保存，下一件</translation>
    </message>
    <message>
        <source>&amp;Nobody answered</source>
        <translation>无人接听(&amp;N)</translation>
    </message>
    <message>
        <source>To the &amp;answers</source>
        <translation>转到回访结果(&amp;A)</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>“Hello, this is %1. On %2 you told us about “%3”.</source>
        <translation>“您好，这里是%1。您于%2反映的‘%3’，</translation>
    </message>
    <message>
        <source>%1 has told us that it was handled.</source>
        <translation>%1已反馈办理情况。</translation>
    </message>
    <message>
        <source>Has it been solved? Are you satisfied with how it was handled?”</source>
        <translation>请问问题解决了吗？您对办理情况是否满意？”</translation>
    </message>
    <message>
        <source>Sa&amp;ve, next one</source>
        <translation>保存，下一件(&amp;V)</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) back are noted down and not saved.</source>
        <translation>
            <numerusform>有 %n 个回访结果尚未保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>A call back could not be saved.</source>
        <translation>有一条回访记录未能保存。</translation>
    </message>
    <message>
        <source>What was noted down waits at its ticket.</source>
        <translation>已填写的内容仍保留在该工单的回访栏中。</translation>
    </message>
</context>
<context>
    <name>huiyin::GiveSheetsDialog</name>
    <message>
        <source>With name, telephone and address of who asked for no &amp;confidentiality</source>
        <translation>写明反映人的姓名、电话和地址，要求保密的除外(&amp;C)</translation>
    </message>
    <message>
        <source>Give out departments&apos; sheets</source>
        <translation>制发交换表</translation>
    </message>
    <message>
        <source>For departments without a program: a spreadsheet of what each has in hand, to be passed on by stick, mail or chat, filled in there and taken in again.</source>
        <translation>供没有本程序的承办单位使用：把各单位在办的工单制成电子表格，用U盘、邮件或聊天工具送出，由承办单位填好后再读回录入。</translation>
    </message>
    <message>
        <source>Departments that have something in hand</source>
        <translation>有在办工单的承办单位</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Each ticket on the sheet gets an access record</source>
        <translation>表中每件工单都会留下一条查阅记录</translation>
    </message>
    <message>
        <source>No department has anything in hand.</source>
        <translation>各承办单位都没有在办的工单。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Write %n sheet(s)…</source>
        <translation>
            <numerusform>制发 %n 份(&amp;W)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the sheets</source>
        <translation>交换表存放的文件夹</translation>
    </message>
    <message>
        <source>Writing departments&apos; sheets</source>
        <translation>正在制发交换表</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) written to %1.</source>
        <translation>
            <numerusform>已制发 %n 份，存放在 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: the other departments were given none.</source>
        <translation>已停止：其余单位没有出表。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No sheet was written.</source>
        <translation>没有制发交换表。</translation>
    </message>
</context>
<context>
    <name>huiyin::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>huiyin::HourBars</name>
    <message>
        <source>No calls yet</source>
        <translation>还没有来电</translation>
    </message>
    <message>
        <source>%1 calls, most of them from %2:00</source>
        <translation>共 %1 次来电，%2 时最多</translation>
    </message>
    <message>
        <source>%1:00–%2:00: %3 calls, %4 a week ago</source>
        <translation>%1:00–%2:00：来电 %3，上周同日 %4</translation>
    </message>
</context>
<context>
    <name>huiyin::ImportLogDialog</name>
    <message>
        <source>&amp;Take back…</source>
        <translation>撤销(&amp;T)…</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>历次导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>导入人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>taken back by %1 on %2</source>
        <translation>%1 于 %2 撤销</translation>
    </message>
    <message>
        <source>Nothing was imported into this case file yet.</source>
        <translation>这个工单文件还没有导入过数据。</translation>
    </message>
    <message>
        <source>Take the import of “%1” back?</source>
        <translation>撤销“%1”的导入？</translation>
    </message>
    <message>
        <source>Its tickets, calls, dispatches and follow-ups are taken out of the case file (%1). The history keeps that they were here.</source>
        <translation>它带来的工单、来电、承办和回访将从工单文件中移除（%1）；办理记录仍会留下这次导入与撤销。</translation>
    </message>
    <message>
        <source>A backup is made first.</source>
        <translation>撤销前先做备份。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>正在撤销导入</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were taken out.</source>
        <translation>
            <numerusform>已移除 %n 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::ImportSection</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Add &amp;names that the lists don&apos;t hold yet</source>
        <translation>添加列表中还没有的名称(&amp;N)</translation>
    </message>
    <message>
        <source>Replace &amp;rows whose key exists</source>
        <translation>替换关键字已存在的行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the lis&amp;t</source>
        <translation>复制清单(&amp;T)</translation>
    </message>
    <message>
        <source>Drop a table or a folder of tables here</source>
        <translation>把一张表或存放各表的文件夹拖到这里</translation>
    </message>
    <message>
        <source>What the check has found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>文件或文件夹</translation>
    </message>
    <message>
        <source>Fro&amp;m</source>
        <translation>来源(&amp;M)</translation>
    </message>
    <message>
        <source>Fi&amp;le…</source>
        <translation>文件(&amp;L)…</translation>
    </message>
    <message>
        <source>Fol&amp;der…</source>
        <translation>文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>导入一张表</translation>
    </message>
    <message>
        <source>Import a folder of tables</source>
        <translation>导入存放各表的文件夹</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有这个文件或文件夹。</translation>
    </message>
    <message>
        <source>Checking the tables</source>
        <translation>正在检查各表</translation>
    </message>
    <message>
        <source>Importing the tables</source>
        <translation>正在导入各表</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can&apos;t be imported as they stand. Nothing was stored. Mend them and check again.</source>
        <translation>
            <numerusform>有 %n 行无法导入。未保存任何内容。请改正后重新检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>已导入：%1</translation>
    </message>
    <message>
        <source>All is well: %1. Now it can be imported.</source>
        <translation>检查通过：%1。可以导入了。</translation>
    </message>
    <message>
        <source>All of it was there already. Nothing was changed.</source>
        <translation>内容都已存在，未作改动。</translation>
    </message>
    <message>
        <source>CSV files or Excel workbooks with sheets named as the tables: channels, categories, departments, calls, tickets …</source>
        <translation>以表名命名的 CSV 文件，或工作表以表名命名的电子表格（.xlsx）：来源渠道、诉求类别、承办单位、来电、工单……</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx *.xlsm)</source>
        <translation>数据表 (*.csv *.xlsx *.xlsm)</translation>
    </message>
    <message>
        <source>For a sheet of another program, or a register kept by hand: say which of its columns is which</source>
        <translation>其他系统导出的表格或手工台账：指明各列对应什么</translation>
    </message>
    <message>
        <source>Choose the file first whose columns are to be matched.</source>
        <translation>请先选择要对照列的文件。</translation>
    </message>
    <message>
        <source>Read as a sheet of another program: %1.</source>
        <translation>按其他系统的表格读取：%1。</translation>
    </message>
    <message>
        <source>Read as a sheet of “%1”: %2.</source>
        <translation>按“%1”的表格读取：%2。</translation>
    </message>
    <message>
        <source>This is none of the tables as they stand. Is it a sheet of another program? Then match its columns.</source>
        <translation>这不是约定格式的数据表。如果是其他系统的表格，请先做列对照。</translation>
    </message>
    <message>
        <source>Match columns…</source>
        <translation>列对照…</translation>
    </message>
    <message>
        <source>Match c&amp;olumns…</source>
        <translation>列对照(&amp;O)…</translation>
    </message>
    <message>
        <source>Imports &amp;so far…</source>
        <translation>历次导入(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>huiyin::IntakeActions</name>
    <message>
        <source>&amp;Answer directly</source>
        <translation>直接解答(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save and &amp;new</source>
        <translation>保存并新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Repeat of the chosen ticket</source>
        <translation>与所选工单同一事项(&amp;R)</translation>
    </message>
    <message>
        <source>D&amp;ispatch…</source>
        <translation>派单(&amp;I)…</translation>
    </message>
    <message>
        <source>N&amp;ot accept…</source>
        <translation>不予受理(&amp;O)…</translation>
    </message>
    <message>
        <source>Same matter as similar ticket &amp;%1</source>
        <translation>与第 &amp;%1 件相似工单为同一事项</translation>
    </message>
    <message>
        <source>Take the suggested cate&amp;gory</source>
        <translation>采用建议类别(&amp;G)</translation>
    </message>
    <message>
        <source>Read the s&amp;uggested article</source>
        <translation>阅读提示的知识(&amp;U)</translation>
    </message>
    <message>
        <source>Take the answer o&amp;f the article</source>
        <translation>采用知识的答案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;End the call without a ticket…</source>
        <translation>结束来电，不转工单(&amp;E)…</translation>
    </message>
    <message>
        <source>Write down a &amp;letter</source>
        <translation>登记来信(&amp;L)</translation>
    </message>
    <message>
        <source>Ne&amp;xt open call</source>
        <translation>下一个未完的来电(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Previous open call</source>
        <translation>上一个未完的来电(&amp;P)</translation>
    </message>
    <message>
        <source>To the &amp;caller&apos;s history</source>
        <translation>转到来电人历史(&amp;C)</translation>
    </message>
    <message>
        <source>To the si&amp;milar tickets</source>
        <translation>转到相似工单(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>丢弃(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Answered in the call</source>
        <translation>当场答复，不立工单(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Transferred to another line</source>
        <translation>转接(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Nuisance or silent</source>
        <translation>无效(&amp;N)</translation>
    </message>
    <message>
        <source>Answer directly</source>
        <translation>直接解答</translation>
    </message>
    <message>
        <source>Dispatch…</source>
        <translation>派单…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Accepted; a department is chosen later</source>
        <translation>先受理，稍后派单</translation>
    </message>
    <message>
        <source>Not accept…</source>
        <translation>不予受理…</translation>
    </message>
    <message>
        <source>End call…</source>
        <translation>结束来电…</translation>
    </message>
    <message>
        <source>For a call that becomes no ticket</source>
        <translation>用于不转工单的来电</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>丢弃…</translation>
    </message>
</context>
<context>
    <name>huiyin::IntakeDraft</name>
    <message>
        <source>Somebody else works now.</source>
        <translation>现在由其他用户工作。</translation>
    </message>
    <message>
        <source>The draft “%1”</source>
        <translation>草稿“%1”</translation>
    </message>
</context>
<context>
    <name>huiyin::IntakeEnding</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Due %1.</source>
        <translation>办理时限：%1。</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 已保存。</translation>
    </message>
    <message>
        <source>%1 is answered and closed.</source>
        <translation>%1 已直接解答并办结。</translation>
    </message>
    <message>
        <source>%1 is saved and dispatched.</source>
        <translation>%1 已保存并派单。</translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation>理由(&amp;G)</translation>
    </message>
    <message>
        <source>Why the office can&apos;t take it up: 110, 119 or 120, a court, a petition, another county, nothing new</source>
        <translation>为何不予受理：属110、119、120，诉讼，信访，不在辖区，无新事实</translation>
    </message>
    <message>
        <source>%1 is recorded as not accepted.</source>
        <translation>%1 已登记为不予受理。</translation>
    </message>
    <message>
        <source>The call is recorded: %1.</source>
        <translation>来电已登记：%1。</translation>
    </message>
    <message>
        <source>The call is recorded as a repeat.</source>
        <translation>来电已登记为重复来电。</translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>Throw away what is written here?</source>
        <translation>要丢弃这里写的内容吗？</translation>
    </message>
    <message>
        <source>It doesn&apos;t become a ticket, and the call is not recorded.</source>
        <translation>不会转为工单，来电也不登记。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>What was typed after that is not in it.</source>
        <translation>此后输入的内容未计入。</translation>
    </message>
</context>
<context>
    <name>huiyin::IntakeForm</name>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Caller&apos;s name</source>
        <translation>来电人姓名</translation>
    </message>
    <message>
        <source>Kind of caller</source>
        <translation>反映人类型</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Request type</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>The channel&apos;s own number</source>
        <translation>渠道编号</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Answer to the citizen</source>
        <translation>给群众的答复</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>保密要求</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Road, community, building</source>
        <translation>道路、小区、楼栋</translation>
    </message>
    <message>
        <source>Topic: none</source>
        <translation>专题：无</translation>
    </message>
    <message>
        <source>Name, code or number</source>
        <translation>名称、代码或序号</translation>
    </message>
    <message>
        <source>What happened, where, since when, and what the caller asks for</source>
        <translation>什么事、在哪里、从何时开始、来电人要求什么</translation>
    </message>
    <message>
        <source>What the citizen was told</source>
        <translation>答复群众的内容</translation>
    </message>
    <message>
        <source>Hidden</source>
        <comment>the caller is not told to the department</comment>
        <translation>保密</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>A few words; left empty, it is taken from the content</source>
        <translation>几个字即可；不填则取自内容</translation>
    </message>
    <message>
        <source>No request type chosen: the ticket would count as unclassified.</source>
        <translation>未选诉求类型，统计时将计入“未分类”。</translation>
    </message>
</context>
<context>
    <name>huiyin::IntakeHelp</name>
    <message>
        <source>Same matter as the chosen ticket</source>
        <translation>与所选工单同一事项</translation>
    </message>
    <message>
        <source>Ends the call as a repeat of that ticket; nothing new is opened</source>
        <translation>作为该工单的重复来电结束，不另开工单</translation>
    </message>
    <message>
        <source>Same matter as %1</source>
        <translation>与 %1 同一事项</translation>
    </message>
</context>
<context>
    <name>huiyin::IntakePage</name>
    <message>
        <source>What the caller says</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>已存 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of yours were left unfinished.</source>
        <translation>
            <numerusform>您有 %n 份草稿尚未完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>What is written here could not be saved as a draft.</source>
        <translation>这里写的内容未能存为草稿。</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The draft could not be saved: %1</source>
        <translation>草稿未能保存：%1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>This answer was valid until %1 only.</source>
        <translation>这条答案的有效期到 %1 为止。</translation>
    </message>
    <message>
        <source>Make sure that it still holds before you tell it to the citizen.</source>
        <translation>答复群众之前，请先核实它是否仍然有效。</translation>
    </message>
    <message>
        <source>Take it all the same</source>
        <translation>仍然采用</translation>
    </message>
    <message>
        <source>Don&apos;t take it</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>This draft was changed in another place. What you type here is not saved.</source>
        <translation>此草稿已在别处被修改，您在这里填写的内容没有保存。</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比对…</translation>
    </message>
    <message>
        <source>Another open call could not be saved as a draft: %1</source>
        <translation>另一个未结束的来电未能存为草稿：%1</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>huiyin::IntakeTabs</name>
    <message numerus="yes">
        <source>%n unfinished draft(s)</source>
        <translation>
            <numerusform>%n 份未完成草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>来电 %1</translation>
    </message>
    <message>
        <source>Letter %1</source>
        <translation>来信 %1</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>held</source>
        <translation>搁置</translation>
    </message>
</context>
<context>
    <name>huiyin::IssueFields</name>
    <message>
        <source>Issue</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no number of the issue</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Number in the year</source>
        <translation>本年期号（第N期）</translation>
    </message>
    <message>
        <source>Running number</source>
        <translation>总期号（总第M期）</translation>
    </message>
    <message>
        <source>Extra issue</source>
        <translation>增刊</translation>
    </message>
    <message>
        <source>Numbered apart from the ordinary issues</source>
        <translation>与正刊分别编号</translation>
    </message>
    <message>
        <source>Date of the issue</source>
        <translation>印发日期</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>期号(&amp;N)</translation>
    </message>
    <message>
        <source>Runnin&amp;g no.</source>
        <translation>总期号(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a typeface and the one in its place</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n official typeface(s) replaced</source>
        <translation>
            <numerusform>%n 种公文字体已替代</numerusform>
        </translation>
    </message>
    <message>
        <source>Not installed on this computer; in their place stand:</source>
        <translation>本机未安装，现用以下字体替代：</translation>
    </message>
</context>
<context>
    <name>huiyin::IssuesPanel</name>
    <message>
        <source>Issues</source>
        <translation>期次</translation>
    </message>
    <message>
        <source>extra issue %1</source>
        <translation>增刊第 %1 期</translation>
    </message>
    <message>
        <source>issue %1</source>
        <translation>第 %1 期</translation>
    </message>
    <message>
        <source>None yet: begin with a draft</source>
        <translation>暂无，请先起草</translation>
    </message>
    <message>
        <source>Ten best…</source>
        <translation>十佳案例…</translation>
    </message>
    <message>
        <source>The ten best cases of the year</source>
        <translation>年度十佳案例</translation>
    </message>
    <message>
        <source>Nominate the year&apos;s ten best cases, vote on them, and print the result</source>
        <translation>推荐本年度十佳案例、投票并印发结果</translation>
    </message>
</context>
<context>
    <name>huiyin::KeptWords</name>
    <message>
        <source>Somebody else works now.</source>
        <translation>现在由他人操作。</translation>
    </message>
    <message>
        <source>What is typed here can&apos;t be kept at present: %1</source>
        <translation>此处填写的内容暂时无法自动保存：%1</translation>
    </message>
    <message>
        <source>Words of %1 that were not saved</source>
        <translation>%1 填写的内容尚未保存</translation>
    </message>
    <message>
        <source>Take up</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>huiyin::KnowledgePage</name>
    <message>
        <source>&amp;New article…</source>
        <translation>新建知识(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Copy the answer</source>
        <translation>复制答案(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Retire</source>
        <translation>停用(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Find in the list</source>
        <translation>在列表中查找(&amp;F)</translation>
    </message>
    <message>
        <source>New article…</source>
        <translation>新建知识…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>The chosen article</source>
        <translation>选中的知识</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>复制答案</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>No article chosen</source>
        <translation>未选择知识</translation>
    </message>
    <message>
        <source>Choose one in the list; Enter brings you to its text.</source>
        <translation>请在列表中选择；按回车可查看正文。</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>This is what you wrote before and did not save.</source>
        <translation>这是您上次写下、没有保存的内容。</translation>
    </message>
    <message>
        <source>The article is retired: it is no longer suggested.</source>
        <translation>已停用：受理时不再提示。</translation>
    </message>
    <message>
        <source>The answer is copied.</source>
        <translation>答案已复制。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) not saved yet</source>
        <translation>
            <numerusform>有 %n 条未保存的知识</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>huiyin::LayoutEditor</name>
    <message>
        <source>&amp;Back to the layouts</source>
        <translation>返回版式列表(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>各节</translation>
    </message>
    <message>
        <source>Sections of the layout</source>
        <translation>版式各节</translation>
    </message>
    <message>
        <source>Fields or text</source>
        <translation>表单或文本</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The layout as text (JSON)</source>
        <translation>版式文本（JSON）</translation>
    </message>
    <message>
        <source>Faults of the layout</source>
        <translation>版式的错误</translation>
    </message>
    <message>
        <source>New section: %1</source>
        <translation>新增一节：%1</translation>
    </message>
    <message>
        <source>Into this paragraph: ready-made</source>
        <translation>本段加入现成语句</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>同比环比</translation>
    </message>
    <message>
        <source>A rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>This layout ships with the program. Once you save, the office&apos;s own stands in its place; the list of layouts brings the shipped one back.</source>
        <translation>这是随程序提供的版式。保存后由本单位的版式代替，在版式列表中可以恢复原版式。</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>own, in its place</source>
        <translation>本单位代替</translation>
    </message>
    <message>
        <source>own</source>
        <translation>本单位</translation>
    </message>
    <message numerus="yes">
        <source>With %n fault(s) it is not saved. What you have written stays here.</source>
        <translation>
            <numerusform>有 %n 处错误，未保存。写下的内容仍在这里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved. Bulletins that were begun before keep the layout as it was then.</source>
        <translation>已保存。此前已动笔的简报仍用当时的版式。</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>以我的为准保存</translation>
    </message>
    <message>
        <source>The layout was removed meanwhile. Saved, it is there again.</source>
        <translation>该版式刚才已被删除，保存即恢复。</translation>
    </message>
    <message>
        <source>This is the other one&apos;s. Undo brings yours back.</source>
        <translation>现在是对方的版式，“撤销”可回到您的。</translation>
    </message>
    <message>
        <source>The layout was changed and not saved.</source>
        <translation>版式已修改，尚未保存。</translation>
    </message>
    <message>
        <source>Kept for later, it is offered when you open the layout again.</source>
        <translation>留待以后的，再次打开该版式时可以取回。</translation>
    </message>
    <message>
        <source>Keep for later</source>
        <translation>留待以后</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回修改</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n 处错误</numerusform>
        </translation>
    </message>
    <message>
        <source>The text can&apos;t be read as a layout. Mend it first: line %1.</source>
        <translation>文本不是有效的版式，请先改正第 %1 行。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>huiyin::LayoutForm</name>
    <message>
        <source>Which rows</source>
        <translation>列出哪些</translation>
    </message>
    <message>
        <source>How figures are printed</source>
        <translation>数字格式</translation>
    </message>
    <message>
        <source>There are no fields for this. It can be changed as text.</source>
        <translation>此项没有表单，可在文本中修改。</translation>
    </message>
    <message>
        <source>The name of a rate does not fix its base: 办结率 is of the accepted in one office, of the dispatched in another. A rate of this layout takes the place of the program&apos;s of the same word.</source>
        <translation>同一名称的比率口径不一：办结率有的以受理为分母，有的以转办为分母。本版式的比率代替程序中同名的比率。</translation>
    </message>
    <message>
        <source>Change this rate</source>
        <translation>修改此比率</translation>
    </message>
    <message>
        <source>Add a rate</source>
        <translation>添加比率</translation>
    </message>
    <message>
        <source>What can be said in: %1</source>
        <translation>可用项目：%1</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>as above: %1</source>
        <translation>同上级：%1</translation>
    </message>
    <message>
        <source>as above</source>
        <translation>同上级</translation>
    </message>
    <message>
        <source>no rank</source>
        <translation>不排名</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Names, parted by ；</source>
        <translation>名称，以；分隔</translation>
    </message>
</context>
<context>
    <name>huiyin::LayoutPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Period of the preview</source>
        <translation>预览时段</translation>
    </message>
    <message>
        <source>Preview of the layout</source>
        <translation>版式预览</translation>
    </message>
    <message>
        <source>The layout has faults. The preview shows it as it was without them.</source>
        <translation>版式有错误，预览仍是没有错误时的样子。</translation>
    </message>
    <message>
        <source>Being composed …</source>
        <translation>正在编排……</translation>
    </message>
    <message>
        <source>In this period nothing was accepted. Choose another.</source>
        <translation>该时段没有受理件，请另选时段。</translation>
    </message>
    <message>
        <source>What is chosen prints nothing in this period.</source>
        <translation>所选内容在该时段没有可印的数据。</translation>
    </message>
</context>
<context>
    <name>huiyin::LayoutSection</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Copy…</source>
        <translation>复制(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Back to the &amp;shipped one</source>
        <translation>恢复原版式(&amp;S)</translation>
    </message>
    <message>
        <source>Layouts of bulletins</source>
        <translation>简报版式</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>A layout says what a bulletin prints, in which order and in which words. A shipped one is changed by an own one that stands in its place. Bulletins that were begun keep the copy of the layout that they were begun with.</source>
        <translation>版式规定简报印什么、按什么顺序、用什么措辞。修改随程序提供的版式，即由本单位的版式代替它。已经动笔的简报仍用当时的版式。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>own, in its place</source>
        <translation>本单位代替</translation>
    </message>
    <message>
        <source>own</source>
        <translation>本单位</translation>
    </message>
    <message>
        <source>L&amp;ook at it…</source>
        <translation>查看(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>The office&apos;s own layout “%1” goes, and the shipped one stands in its place again.</source>
        <translation>本单位的版式“%1”将删除，恢复随程序提供的版式。</translation>
    </message>
    <message>
        <source>The layout “%1” goes.</source>
        <translation>版式“%1”将删除。</translation>
    </message>
    <message>
        <source>Bulletins that were begun with it keep their copy. The log of changes keeps its text.</source>
        <translation>用它动笔的简报仍保留版式副本，变更记录保留其文本。</translation>
    </message>
    <message>
        <source>Back to the shipped one</source>
        <translation>恢复原版式</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不动</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>Copy the layout</source>
        <translation>复制版式</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>The title stands in the list of layouts; the name is used on the command line and for files: letters, digits and hyphens.</source>
        <translation>标题显示在版式列表中；名称用于命令行和文件名，可用文字、数字和连字符。</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens, please.</source>
        <translation>名称只能用文字、数字和连字符。</translation>
    </message>
    <message>
        <source>There is a layout of this name already.</source>
        <translation>已有同名版式。</translation>
    </message>
    <message>
        <source>Saved. Edit it to make it your own.</source>
        <translation>已保存，可以编辑了。</translation>
    </message>
    <message>
        <source>Save the layout</source>
        <translation>保存版式</translation>
    </message>
    <message>
        <source>Take in a layout</source>
        <translation>导入版式</translation>
    </message>
    <message>
        <source>Layouts of bulletins (*.json)</source>
        <translation>简报版式 (*.json)</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message numerus="yes">
        <source>The file holds a layout with %n fault(s). It was not taken in.</source>
        <translation>
            <numerusform>文件中的版式有 %n 处错误，未导入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::Leaving</name>
    <message>
        <source>What leaves the file leaves a record in it, and it is open for reading only.</source>
        <translation>数据导出须在文件中留下查阅记录，而文件以只读方式打开。</translation>
    </message>
</context>
<context>
    <name>huiyin::LeftWords</name>
    <message>
        <source>Words of %1 for “%2” were not saved, and it can&apos;t be done any more</source>
        <translation>%1 为“%2”填写的内容未保存，现已不能办理</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>huiyin::ListExport</name>
    <message>
        <source>The list has been written.</source>
        <translation>列表已写入。</translation>
    </message>
</context>
<context>
    <name>huiyin::LoginPage</name>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>新密码(&amp;N)</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>再次输入新密码(&amp;A)</translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation>打开其他文件</translation>
    </message>
    <message>
        <source>The screen is locked</source>
        <translation>屏幕已锁定</translation>
    </message>
    <message>
        <source>Your password was given to you by somebody else. Choose one of your own that nobody else knows.</source>
        <translation>您的密码由他人设置，请换成只有自己知道的密码。</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Whoever logs in under another name starts with pages of his own.</source>
        <translation>换人登录后另开工作界面。</translation>
    </message>
    <message>
        <source>The calls being written down are kept as drafts.</source>
        <translation>正在记录的来电已存为草稿。</translation>
    </message>
</context>
<context>
    <name>huiyin::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New office…</source>
        <translation>新建单位(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Sample office</source>
        <translation>示例单位(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back up a copy…</source>
        <translation>备份副本(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Close the file</source>
        <translation>关闭文件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Wor&amp;k</source>
        <translation>操作(&amp;K)</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>视图(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随系统(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About %1</source>
        <translation>关于%1(&amp;A)</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 登录</translation>
    </message>
    <message>
        <source>&amp;Take a call</source>
        <translation>受理来电(&amp;T)</translation>
    </message>
    <message>
        <source>Searc&amp;h</source>
        <translation>搜索(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Lock the screen</source>
        <translation>锁定屏幕(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;witch user…</source>
        <translation>切换用户(&amp;W)…</translation>
    </message>
    <message>
        <source>Change your &amp;password…</source>
        <translation>修改密码(&amp;P)…</translation>
    </message>
    <message>
        <source>Res&amp;tore from a backup…</source>
        <translation>从备份恢复(&amp;T)…</translation>
    </message>
    <message>
        <source>Rescue what can be read…</source>
        <translation>抢救可读内容…</translation>
    </message>
    <message>
        <source>Copy it to this computer…</source>
        <translation>复制到本机…</translation>
    </message>
    <message>
        <source>The other file can be opened now, but what you have filled in here is not saved.</source>
        <translation>另一个文件已可以打开，但这里填写的内容还没有保存。</translation>
    </message>
    <message>
        <source>Throw away and open</source>
        <translation>放弃填写并打开</translation>
    </message>
    <message>
        <source>Stay with this file</source>
        <translation>留在当前文件</translation>
    </message>
    <message>
        <source>Rescue a &amp;damaged file…</source>
        <translation>抢救受损文件(&amp;D)…</translation>
    </message>
    <message>
        <source>If it was one, its beginning is damaged. What else it holds can be rescued.</source>
        <translation>如果它原是工单文件，则是文件开头受损，其余内容仍可抢救。</translation>
    </message>
</context>
<context>
    <name>huiyin::MaterialMenu</name>
    <message>
        <source>&amp;Put into the text</source>
        <translation>放入正文(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Open the ticket</source>
        <translation>打开工单(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open its tickets</source>
        <translation>打开相应工单(&amp;O)</translation>
    </message>
    <message>
        <source>Pick for the &amp;list</source>
        <translation>选登到栏目(&amp;L)</translation>
    </message>
</context>
<context>
    <name>huiyin::MaterialPanel</name>
    <message>
        <source>Material</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>Picked cases</source>
        <translation>选登案例</translation>
    </message>
    <message>
        <source>Hot spots</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>Grown</source>
        <translation>增长的诉求</translation>
    </message>
    <message>
        <source>One matter at one place</source>
        <translation>同一地点同一事项</translation>
    </message>
    <message>
        <source>Looking at what has grown …</source>
        <translation>正在查找热点……</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>没有明显的热点。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The hot spots could not be looked for. They are tried again when the page is opened.</source>
        <translation>热点查找失败，打开本页时会重试。</translation>
    </message>
    <message>
        <source>Suggested cases</source>
        <translation>推荐案例</translation>
    </message>
    <message>
        <source>Suggested cases, picked cases or hot spots</source>
        <translation>推荐案例、选登案例或热点</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Cases of the period that are worth a look: %1 days overdue or more, with several departments, told %2 times or more, thanked for when they were followed up, and suggestions. At most %3 of each.</source>
        <translation>本期值得一看的工单：超期%1天以上、多个单位共办、同一事项反映%2次以上、回访时群众致谢，以及建议类；每类最多%3件。</translation>
    </message>
    <message>
        <source>The cases could not be looked for. They are tried again when the page is opened.</source>
        <translation>案例查找失败，打开本页时会重试。</translation>
    </message>
    <message>
        <source>Looking for cases …</source>
        <translation>正在查找案例……</translation>
    </message>
    <message>
        <source>No case of this period stands out.</source>
        <translation>本期没有可推荐的案例。</translation>
    </message>
    <message>
        <source>None in this period. Pick some of those that are suggested, or in a ticket. Imported ones are picked by the column “marks”.</source>
        <translation>本期还没有选登。可以从“推荐”中选，也可以在工单里选；导入的工单按“标记”列选登。</translation>
    </message>
</context>
<context>
    <name>huiyin::MaterialPlacing</name>
    <message>
        <source>There is nothing in this ticket that could be told.</source>
        <translation>这件工单没有可写的内容。</translation>
    </message>
</context>
<context>
    <name>huiyin::Messages</name>
    <message>
        <source>There is not enough memory for this. Close other programs, or ask for less at once.</source>
        <translation>内存不足。请关闭其他程序，或缩小范围再试。</translation>
    </message>
    <message>
        <source>Something happened that the program was not prepared for.</source>
        <translation>发生了程序未预料到的情况。</translation>
    </message>
    <message>
        <source>What was saved before is safe. Try again; if it happens again, please report the details.</source>
        <translation>此前保存的内容是安全的。请重试；如再次发生，请把详细信息报告给我们。</translation>
    </message>
    <message>
        <source>What was saved before is safe. Try again; if it happens again, please report it.</source>
        <translation>此前保存的内容是安全的。请重试；如再次发生，请报告给我们。</translation>
    </message>
</context>
<context>
    <name>huiyin::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>huiyin::NewOfficeDialog</name>
    <message>
        <source>12345 hotline</source>
        <comment>name of the telephone line, as documents print it</comment>
        <translation>12345热线</translation>
    </message>
    <message>
        <source>New office</source>
        <translation>新建单位</translation>
    </message>
    <message>
        <source>As bulletins print it</source>
        <translation>按简报上印的写</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Hotline</source>
        <translation>热线(&amp;H)</translation>
    </message>
    <message>
        <source>Case &amp;file</source>
        <translation>工单文件(&amp;F)</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>工单文件</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Everything of the office lies in this one file: keep it on this computer&apos;s own disk and back it up. Request types, holidays and deadline rules come with it and can be changed.</source>
        <translation>本单位的全部内容都在这一个文件里：请放在本机磁盘上，并注意备份。文件自带诉求类型、放假安排和时限规则，都可以修改。</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Where the case file lies</source>
        <translation>工单文件的位置</translation>
    </message>
    <message>
        <source>Case files (*.huiyin)</source>
        <translation>工单文件 (*.huiyin)</translation>
    </message>
    <message>
        <source>The office needs a name: bulletins print it.</source>
        <translation>请填写单位名称：简报上要印。</translation>
    </message>
    <message>
        <source>This folder doesn&apos;t exist.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <source>There is already a file of this name. Choose another name.</source>
        <translation>已有同名文件。请换一个名称。</translation>
    </message>
</context>
<context>
    <name>huiyin::NominationDialog</name>
    <message>
        <source>&amp;Reason</source>
        <comment>why a case is nominated</comment>
        <translation>推荐理由(&amp;R)</translation>
    </message>
    <message>
        <source>What was hard about it, how it was solved, what others can learn from it</source>
        <translation>难在哪里、怎样解决、有什么可以借鉴</translation>
    </message>
    <message>
        <source>The reason goes out with the result, with citizens&apos; data masked.</source>
        <translation>推荐理由将随评选结果对外印发，其中的群众信息会遮盖。</translation>
    </message>
</context>
<context>
    <name>huiyin::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>huiyin::NoticeDialog</name>
    <message>
        <source>&amp;Open a file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Store</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Import a year&apos;s holidays</source>
        <translation>导入年度放假通知</translation>
    </message>
    <message>
        <source>Text of the notice</source>
        <translation>通知全文</translation>
    </message>
    <message>
        <source>Paste the State Council&apos;s notice here: 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。 …</source>
        <translation>请在此粘贴国务院办公厅的放假通知：一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。……</translation>
    </message>
    <message>
        <source>The notice as text, a table date,name,working (2027-01-01,元旦,0), or a calendar file (JSON)</source>
        <translation>通知文本、表格（日期,名称,上班：2027-01-01,元旦,0）或日历文件</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>&amp;Year, if the text doesn&apos;t tell it</source>
        <translation>年份（文中未写明时）(&amp;Y)</translation>
    </message>
    <message>
        <source>Open a notice or a table of days</source>
        <translation>打开通知或日期表</translation>
    </message>
    <message>
        <source>Notices and tables (*.txt *.csv *.json)</source>
        <translation>通知和表格 (*.txt *.csv *.json)</translation>
    </message>
    <message>
        <source>This file is too long for a notice.</source>
        <translation>文件过大，不像放假通知。</translation>
    </message>
    <message>
        <source>What is understood of the notice is shown here before anything is stored.</source>
        <translation>识别结果显示在这里，确认后才保存。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) can&apos;t be read. Nothing is stored before they are mended.</source>
        <translation>
            <numerusform>有 %n 处无法识别，改正之前不会保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n working day(s) by this notice. Is this right?</source>
        <translation>
            <numerusform>%1 年：按此通知共 %n 个工作日，是否正确？</numerusform>
        </translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>是否上班</translation>
    </message>
    <message>
        <source>&amp;Store %1</source>
        <translation>保存 %1 年(&amp;S)</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) that are set now are not in it: %1.</source>
        <translation>
            <numerusform>现有的 %n 天不在其中：%1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::OfficeEditor</name>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo changes</source>
        <translation>撤销改动(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Hot&amp;line</source>
        <translation>热线(&amp;L)</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>时区(&amp;Z)</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Bulletins and forms print the name and the hotline as they stand here.</source>
        <translation>简报和各种单据上的单位名称和热线名称以此为准。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>huiyin::OpenIssue</name>
    <message>
        <source>Another has changed this bulletin. What was written here last could not be saved, and is gone.</source>
        <translation>他人已改动这一期简报，您上次未能保存的内容已无法保留。</translation>
    </message>
</context>
<context>
    <name>huiyin::PageView</name>
    <message>
        <source>Pages as they will be printed</source>
        <translation>打印页面预览</translation>
    </message>
</context>
<context>
    <name>huiyin::Pages</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识库</translation>
    </message>
</context>
<context>
    <name>huiyin::PasswordDialog</name>
    <message>
        <source>Change your password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>&amp;Old password</source>
        <translation>原密码(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>新密码(&amp;N)</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>再次输入新密码(&amp;A)</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>At least %1 signs, not digits alone, without the user&apos;s own name.</source>
        <translation>至少 %1 个字符，不能全是数字，不能含有本人姓名或登录名。</translation>
    </message>
</context>
<context>
    <name>huiyin::PeriodPicker</name>
    <message>
        <source>Month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>按季</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>按年</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>起止日期</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>Quarter %1</source>
        <translation>第 %1 季度</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>起(&amp;F)</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>止(&amp;O)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation>期间：%1</translation>
    </message>
    <message>
        <source>Choose a period; Ctrl+Left and Ctrl+Right step to the one before and after</source>
        <translation>选择期间；Ctrl+左、Ctrl+右 前后移动一期</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>近期</translation>
    </message>
    <message>
        <source>Period: any</source>
        <translation>期间：不限</translation>
    </message>
</context>
<context>
    <name>huiyin::PrintPreview</name>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>The pages have been written.</source>
        <translation>单据已保存。</translation>
    </message>
    <message>
        <source>Writing the PDF</source>
        <translation>正在写入 PDF 文档</translation>
    </message>
    <message>
        <source>The pages could not be printed.</source>
        <translation>打印失败。</translation>
    </message>
    <message>
        <source>Nothing, or not all of them, has come out of the printer.</source>
        <translation>打印机没有输出，或没有全部输出。</translation>
    </message>
    <message>
        <source>See whether the printer is on and has paper, then print again.</source>
        <translation>请检查打印机是否开机、是否有纸，然后重新打印。</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>另存为 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>Page in sight</source>
        <translation>当前页</translation>
    </message>
    <message numerus="yes">
        <source>of %n page(s)</source>
        <comment>in a preview</comment>
        <translation>
            <numerusform>共 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the pages smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show the pages larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Changed since these pages were made: %1. Close the preview and print again to have them as they are now.</source>
        <translation>以下工单在生成本预览后有变动：%1。如需最新内容，请关闭预览后重新打印。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>tickets</comment>
        <translation>
            <numerusform>%1等，另有%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::ProgressDialog</name>
    <message>
        <source>Stopping at the next safe place…</source>
        <translation>正在稳妥处停下…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>huiyin::RecordsSection</name>
    <message>
        <source>Access records</source>
        <translation>查阅记录</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Auditors and supervisors see who has looked at citizens&apos; data.</source>
        <translation>审计员和主任可以查看谁查阅过群众信息。</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>查阅</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Nobody has looked at citizens&apos; data yet.</source>
        <translation>还没有人查阅过群众信息。</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n record(s). Each holds a checksum over the one before: a changed one is found by a check of the file.</source>
        <translation>
            <numerusform>最近 %n 条记录。每条都含前一条的校验值，改动可由文件检查发现。</numerusform>
        </translation>
    </message>
    <message>
        <source>name, telephone, address</source>
        <translation>反映人、电话、地址</translation>
    </message>
    <message>
        <source>tables of the case file</source>
        <translation>工单文件的数据表</translation>
    </message>
    <message>
        <source>copy of the case file</source>
        <translation>工单文件的备份</translation>
    </message>
    <message>
        <source>search on the command line</source>
        <translation>命令行检索</translation>
    </message>
    <message>
        <source>masked list of tickets</source>
        <translation>工单列表（已遮盖）</translation>
    </message>
    <message>
        <source>masked list of calls</source>
        <translation>来电列表（已遮盖）</translation>
    </message>
    <message>
        <source>bulletin</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>saved outside</source>
        <translation>另存</translation>
    </message>
    <message>
        <source>attachment “%1”</source>
        <translation>附件“%1”</translation>
    </message>
    <message>
        <source>masked papers of tickets</source>
        <translation>打印的工单（已遮盖）</translation>
    </message>
    <message>
        <source>“%1”: not among the rights</source>
        <translation>“%1”：无此权限</translation>
    </message>
    <message>
        <source>“%1”: not possible in that state</source>
        <translation>“%1”：当前状态不允许</translation>
    </message>
    <message>
        <source>What you sealed before is not as it was.</source>
        <translation>您此前封存的记录已被改动。</translation>
    </message>
    <message>
        <source>was refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>dispatch sheets</source>
        <translation>承办单</translation>
    </message>
    <message>
        <source>whole tickets on paper</source>
        <translation>办理单</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of it</source>
        <comment>printed</comment>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of paper</source>
        <comment>printed</comment>
        <translation>
            <numerusform>%n页</numerusform>
        </translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>纸质</translation>
    </message>
    <message>
        <source>agreed: %1</source>
        <translation>同意人：%1</translation>
    </message>
    <message>
        <source>The ends of the chains that you sealed, last on %1, are as they were; sealed again at your login. A check of the file goes through every record.</source>
        <translation>您最近于%1封存的校验链末端与当时一致；本次登录时已再次封存。逐条核验请校验文件。</translation>
    </message>
    <message>
        <source>Nothing could be sealed at your login.</source>
        <translation>本次登录时未能封存。</translation>
    </message>
    <message>
        <source>Sealed at your login, for the first time with this key. If you have sealed this file before, your seals were taken out.</source>
        <translation>本次登录时已封存，为本密钥首次封存。如您此前封存过本文件，则此前的封存已被删去。</translation>
    </message>
    <message>
        <source>All records are being gone through.</source>
        <translation>正在逐条核验全部记录。</translation>
    </message>
    <message>
        <source>The records could not be gone through: %1</source>
        <translation>未能逐条核验记录：%1</translation>
    </message>
    <message>
        <source>All records have not been gone through on this computer yet.</source>
        <translation>本机尚未逐条核验过全部记录。</translation>
    </message>
    <message>
        <source>department&apos;s sheet %1, masked</source>
        <translation>交换表 %1（已遮盖）</translation>
    </message>
    <message>
        <source>department&apos;s sheet %1</source>
        <translation>交换表 %1</translation>
    </message>
    <message>
        <source>notices to the departments</source>
        <translation>催办督办通知单</translation>
    </message>
    <message>
        <source>rulings on returns and extensions</source>
        <translation>退单延期审批单</translation>
    </message>
    <message>
        <source>noted follow-ups on paper</source>
        <translation>回访单</translation>
    </message>
    <message>
        <source>blank follow-up forms</source>
        <translation>空白回访单</translation>
    </message>
    <message>
        <source>written explanations on paper</source>
        <translation>一单一报</translation>
    </message>
    <message>
        <source>masked tables of the case file</source>
        <translation>工单文件的数据表（已遮盖）</translation>
    </message>
    <message>
        <source>recovery sheet of the backups</source>
        <translation>备份恢复凭据</translation>
    </message>
    <message>
        <source>did not go out: %1</source>
        <translation>未导出（失败）：%1</translation>
    </message>
    <message>
        <source>knowledge base</source>
        <translation>知识库</translation>
    </message>
</context>
<context>
    <name>huiyin::RecoverySheet</name>
    <message>
        <source>Passphrase of the backups</source>
        <translation>备份口令</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>Passphrase &amp;again</source>
        <translation>再输一次(&amp;A)</translation>
    </message>
    <message>
        <source>At least %1 signs, not digits alone; several words are best. Copies on the second medium open with it alone, or with the recovery sheet that is shown next. Nobody can give it anew.</source>
        <translation>至少 %1 个字符，不能全是数字，最好由几个词组成。第二介质上的备份只能用它或下一步显示的恢复凭据打开，任何人都无法重设。</translation>
    </message>
    <message>
        <source>Earlier copies keep the passphrase that they were made with.</source>
        <translation>以前的备份仍用当时的口令。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复凭据</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The sheet opens every encrypted copy, as the passphrase does. Print it, seal it, and keep it apart from the medium.</source>
        <translation>恢复凭据与口令一样能打开所有加密备份。请打印密封，与介质分开保管。</translation>
    </message>
    <message>
        <source>This is not the passphrase of the backups.</source>
        <translation>备份口令不对。</translation>
    </message>
</context>
<context>
    <name>huiyin::RestatementPanel</name>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Correction note…</source>
        <translation>更正说明…</translation>
    </message>
    <message>
        <source>Figures that count otherwise now</source>
        <translation>与现在不一致的数据</translation>
    </message>
    <message>
        <source>What has changed since it was published, as a page to be printed</source>
        <translation>把发布之后的数据变化印成一页</translation>
    </message>
    <message numerus="yes">
        <source>%n came to it</source>
        <translation>
            <numerusform>增加 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went from it</source>
        <translation>
            <numerusform>减少 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, now %3</source>
        <comment>a figure, its published and its present value</comment>
        <translation>%1：%2，现为 %3</translation>
    </message>
    <message>
        <source>Its figures are still those of the case file.</source>
        <translation>这一期的数据与工单文件一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) count otherwise now. The published text doesn&apos;t change; Enter opens the tickets that came and went.</source>
        <translation>
            <numerusform>有 %n 个数据与现在不一致。已发布的文本不会改动；按回车打开增减的工单。</numerusform>
        </translation>
    </message>
    <message>
        <source>Being counted…</source>
        <translation>正在统计…</translation>
    </message>
</context>
<context>
    <name>huiyin::RestoreDialog</name>
    <message>
        <source>The present file doesn&apos;t go on from this backup: its history is another.</source>
        <translation>当前文件不是这份备份的延续：办理记录不同。</translation>
    </message>
    <message>
        <source>The present file holds nothing newer.</source>
        <translation>当前文件没有更新的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the present file are newer than this backup</source>
        <translation>
            <numerusform>当前文件比这份备份多 %n 条办理记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, of %n ticket(s)</source>
        <comment>follows the number of events</comment>
        <translation>
            <numerusform>，涉及 %n 件工单</numerusform>
        </translation>
    </message>
    <message>
        <source>.</source>
        <comment>end of a sentence</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>: </source>
        <comment>before a list of tickets</comment>
        <translation>：</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>&amp;Backup</source>
        <translation>备份(&amp;B)</translation>
    </message>
    <message>
        <source>Choose a backup: what the present file holds beyond it is told here.</source>
        <translation>选择一份备份，这里会说明当前文件比它多出的内容。</translation>
    </message>
    <message>
        <source>&amp;Another file…</source>
        <translation>其他文件(&amp;A)…</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他位置</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>Of an encrypted backup; or its recovery code</source>
        <translation>加密备份的口令，或恢复码</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>In place of “%1”, which is moved aside</source>
        <translation>替换“%1”，原文件移到一旁</translation>
    </message>
    <message>
        <source>As a new file…</source>
        <translation>另存为新文件…</translation>
    </message>
    <message>
        <source>&amp;Where to</source>
        <translation>恢复到(&amp;W)</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>发生了什么情况</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>事由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>Passwor&amp;d</source>
        <translation>密码(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Second person</source>
        <translation>同意人(&amp;S)</translation>
    </message>
    <message>
        <source>His or her password</source>
        <translation>同意人密码</translation>
    </message>
    <message>
        <source>Users are asked for only where the accounts of the backup have passwords.</source>
        <translation>备份中的账号设有密码时，才须填写用户和同意人。</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>Backups (*.huiyin *.huiyin.enc)</source>
        <translation>备份 (*.huiyin *.huiyin.enc)</translation>
    </message>
    <message>
        <source>This copy has no manifest: its records are checked, but nobody can tell whether it is the newest.</source>
        <translation>这份副本没有清单：记录会核对，但无法判断是否最新。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Choose a backup.</source>
        <translation>请选择一份备份。</translation>
    </message>
    <message>
        <source>The backup is encrypted: enter its passphrase, or the recovery code.</source>
        <translation>备份已加密：请输入口令或恢复码。</translation>
    </message>
    <message>
        <source>Where the restored file lies</source>
        <translation>恢复出的文件存放位置</translation>
    </message>
    <message>
        <source>Case files (*.huiyin)</source>
        <translation>工单文件 (*.huiyin)</translation>
    </message>
    <message>
        <source>The backup takes the place of the present case file. What was saved since then is in the file that is moved aside, and no longer in the one that you work with.</source>
        <translation>备份将替换当前工单文件。此后保存的内容留在移到一旁的文件中，不在今后使用的文件里。</translation>
    </message>
    <message>
        <source>The backup is made a case file of its own. It holds citizens&apos; data as the present one does.</source>
        <translation>备份将恢复为单独的工单文件，其中同样有群众信息。</translation>
    </message>
    <message>
        <source>Restoring and checking the backup</source>
        <translation>正在恢复并校验备份</translation>
    </message>
    <message>
        <source>The restored file is a faithful copy, but some of its records are not as they were written.</source>
        <translation>恢复出的文件与备份一致，但有些记录与写入时不符。</translation>
    </message>
    <message>
        <source>Have it checked, and keep the earlier backups.</source>
        <translation>请检查文件，并保留以前的备份。</translation>
    </message>
    <message>
        <source>What the present file holds beyond it can&apos;t be told: it can&apos;t be read.</source>
        <translation>无法读取现有工单文件，不能比较它比备份多出哪些内容。</translation>
    </message>
    <message>
        <source>What is newer than this backup can&apos;t be told: there is no file to compare it with.</source>
        <translation>没有可比较的工单文件，不能判断哪些内容晚于此备份。</translation>
    </message>
    <message>
        <source>Trying the backup</source>
        <translation>正在试读备份</translation>
    </message>
</context>
<context>
    <name>huiyin::ScannedNumbers</name>
    <message>
        <source>There is no ticket “%1”.</source>
        <translation>没有编号为“%1”的工单。</translation>
    </message>
</context>
<context>
    <name>huiyin::SecondSave</name>
    <message>
        <source>It is not in the case file any more. Nothing was saved.</source>
        <translation>工单文件中已没有此项，未作保存。</translation>
    </message>
</context>
<context>
    <name>huiyin::SentenceField</name>
    <message>
        <source>Of the row: words</source>
        <translation>本行文字</translation>
    </message>
    <message>
        <source>Of the row: counts</source>
        <translation>本行数量</translation>
    </message>
    <message>
        <source>Of the row: rates</source>
        <translation>本行比率</translation>
    </message>
    <message>
        <source>Of the row: changes</source>
        <translation>本行同比环比</translation>
    </message>
    <message>
        <source>Of the period: words</source>
        <translation>时段文字</translation>
    </message>
    <message>
        <source>Of the period: counts</source>
        <translation>时段数量</translation>
    </message>
    <message>
        <source>Of the period: rates</source>
        <translation>时段比率</translation>
    </message>
    <message>
        <source>Of the period: changes</source>
        <translation>时段同比环比</translation>
    </message>
    <message>
        <source>What follows stands on the right</source>
        <translation>其后靠右</translation>
    </message>
    <message>
        <source>Print “%1” as</source>
        <translation>“%1”印成</translation>
    </message>
    <message>
        <source>as the block has it</source>
        <translation>按本块格式</translation>
    </message>
    <message numerus="yes">
        <source>%n decimal(s)</source>
        <translation>
            <numerusform>%n 位小数</numerusform>
        </translation>
    </message>
    <message>
        <source>What can stand here; typing { offers it too</source>
        <translation>此处可用的项目，输入 { 也可选择</translation>
    </message>
</context>
<context>
    <name>huiyin::SetupPage</name>
    <message>
        <source>Sections</source>
        <translation>设置项目</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>本单位</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Request types</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The office&apos;s record was changed and not saved.</source>
        <translation>本单位信息已改动，尚未保存。</translation>
    </message>
    <message>
        <source>Give up the change</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Access records</source>
        <translation>查阅记录</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Bulletin layouts</source>
        <translation>简报版式</translation>
    </message>
</context>
<context>
    <name>huiyin::SheetMatchDialog</name>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Use this matching</source>
        <translation>使用此对照(&amp;U)</translation>
    </message>
    <message>
        <source>Match the columns of “%1”</source>
        <translation>对照“%1”的列</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>Tickets, with dispatches and follow-ups</source>
        <translation>工单（含承办、回访）</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>As guessed from the headings</source>
        <translation>按列标题推断</translation>
    </message>
    <message>
        <source>such as: the city&apos;s platform</source>
        <translation>例如：市平台</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>工作表(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Headings in row</source>
        <translation>列标题在第几行(&amp;H)</translation>
    </message>
    <message>
        <source>Rows a&amp;re</source>
        <translation>每行是(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Matching</source>
        <translation>对照方案(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>用词(&amp;W)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Keep it as</source>
        <translation>保存为方案(&amp;K)</translation>
    </message>
    <message>
        <source>The sheet is empty.</source>
        <translation>工作表是空的。</translation>
    </message>
    <message>
        <source>%1 of %2 columns of the sheet are used.</source>
        <translation>表格共 %2 列，已用 %1 列。</translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation>未用：%1</translation>
    </message>
</context>
<context>
    <name>huiyin::Shift</name>
    <message>
        <source>%1 has typed something here that is not saved. Log in to save it or to let it go.</source>
        <translation>%1有内容未保存。请登录后保存或放弃。</translation>
    </message>
    <message>
        <source>%1 has something here that is not saved. What was typed is kept, and offered to %1 again. To take over, log in once more with the password.</source>
        <translation>%1有内容未保存，已填写的内容为%1保留，下次打开时会提示取回。确需换人，请再次输入密码登录。</translation>
    </message>
    <message>
        <source>%1 has something here that is not saved. To take over all the same, log in once more with the password; what is not kept for %1 is lost then.</source>
        <translation>%1有内容未保存。确需换人，请再次输入密码登录，其中未能为%1保留的内容将丢失。</translation>
    </message>
</context>
<context>
    <name>huiyin::SimilarPanel</name>
    <message>
        <source>Perhaps the same matter</source>
        <translation>可能是同一事项</translation>
    </message>
    <message>
        <source>Tickets that may be the same matter</source>
        <translation>可能是同一事项的工单</translation>
    </message>
    <message>
        <source>Alt+1: the same</source>
        <translation>Alt+1 为同一事项</translation>
    </message>
    <message>
        <source>Alt+1 … %1: the same</source>
        <translation>Alt+1…%1 为同一事项</translation>
    </message>
    <message>
        <source>Tickets of the same place or matter appear here while you write.</source>
        <translation>边记录，边在这里列出同一地点或同类事项的工单。</translation>
    </message>
    <message>
        <source>No ticket like this one.</source>
        <translation>没有相似的工单。</translation>
    </message>
    <message>
        <source>The search index is being built; only the number was looked for.</source>
        <translation>正在建立检索索引，暂只按号码查找。</translation>
    </message>
</context>
<context>
    <name>huiyin::StatisticsPage</name>
    <message>
        <source>Nothing was received in this period</source>
        <translation>本期间没有受理记录</translation>
    </message>
    <message>
        <source>Choose another period above, or take calls and write tickets first.</source>
        <translation>请在上方另选期间，或先受理来电、填写工单。</translation>
    </message>
    <message>
        <source>The figures could not be counted.</source>
        <translation>数据未能统计出来。</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>Export or print the figures</source>
        <translation>导出或打印数据</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Charts as P&amp;NG…</source>
        <translation>图表另存为 PNG(&amp;N)…</translation>
    </message>
    <message>
        <source>Charts as &amp;SVG…</source>
        <translation>图表另存为 SVG(&amp;S)…</translation>
    </message>
    <message>
        <source>Figures as &amp;CSV…</source>
        <translation>数据另存为 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Closure rate</source>
        <translation>办结率</translation>
    </message>
    <message>
        <source>Direct answer rate</source>
        <translation>直接解答率</translation>
    </message>
    <message>
        <source>On-time closure rate</source>
        <translation>按时办结率</translation>
    </message>
    <message>
        <source>Satisfaction rate</source>
        <translation>满意率</translation>
    </message>
    <message>
        <source>Shares of the categories</source>
        <translation>诉求类别占比</translation>
    </message>
    <message>
        <source>Closure by department</source>
        <translation>承办单位办结情况</translation>
    </message>
    <message>
        <source>Request types</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>Accepted by day</source>
        <translation>每日受理</translation>
    </message>
    <message>
        <source>Show sub-categories</source>
        <translation>显示下级类别</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部收起</translation>
    </message>
    <message numerus="yes">
        <source>dispatched %1 · closed %2 · %n department(s)</source>
        <translation>
            <numerusform>转办 %1 · 办结 %2 · 共 %n 个单位</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1 accepted</source>
        <translation>以受理 %1 件为基数</translation>
    </message>
    <message>
        <source>closed / received</source>
        <translation>办结 / 受理</translation>
    </message>
    <message>
        <source>closed / accepted</source>
        <translation>办结 / 受理</translation>
    </message>
    <message>
        <source>prev. %1</source>
        <comment>change against the previous period</comment>
        <translation>环比 %1</translation>
    </message>
    <message>
        <source>last year %1</source>
        <comment>change against the same period last year</comment>
        <translation>同比 %1</translation>
    </message>
    <message>
        <source>%1 pts</source>
        <comment>percentage points</comment>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>%1 with merged ones</source>
        <translation>含并单 %1 件次</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>在办 %1</translation>
    </message>
    <message>
        <source>Answered directly</source>
        <translation>直接解答</translation>
    </message>
    <message>
        <source>Closed on time</source>
        <translation>按时办结</translation>
    </message>
    <message>
        <source>Closed, or open and overdue</source>
        <translation>已办结或在办已超期</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>已评价</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Due for follow-up</source>
        <translation>应回访</translation>
    </message>
    <message>
        <source>without %1</source>
        <comment>a topic</comment>
        <translation>不含%1</translation>
    </message>
    <message>
        <source>of %1 tickets</source>
        <translation>以 %1 件为基数</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>对比%1</translation>
    </message>
    <message>
        <source>tickets a day</source>
        <translation>件/日</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>Statistics %1</source>
        <translation>统计 %1</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>另存为 PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>Follow-up rate</source>
        <translation>回访率</translation>
    </message>
    <message>
        <source>Solved rate</source>
        <translation>解决率</translation>
    </message>
    <message>
        <source>Redo rate</source>
        <translation>重办率</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>退单率</translation>
    </message>
    <message>
        <source>Extension rate</source>
        <translation>延期率</translation>
    </message>
    <message>
        <source>Mean handling time</source>
        <translation>平均处理时长</translation>
    </message>
    <message>
        <source>In working days</source>
        <translation>按工作日计</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Dispatched, with those returned</source>
        <translation>转办（含退单）</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Enterprises: %1 days</source>
        <translation>企业诉求：%1天</translation>
    </message>
    <message>
        <source>A working day is %1 hours of office time.</source>
        <translation>一个工作日按%1小时办公时间计。</translation>
    </message>
    <message>
        <source>dispatched: %1</source>
        <comment>mean handling time of what was dispatched</comment>
        <translation>转办：%1</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1天</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>中位数 %1</translation>
    </message>
    <message>
        <source>Closed, from enterprises</source>
        <translation>企业诉求办结</translation>
    </message>
    <message>
        <source>Dispatched, and the ticket is closed</source>
        <translation>转办工单已办结</translation>
    </message>
    <message>
        <source>Enterprises: %1 working days</source>
        <translation>企业：%1 个工作日</translation>
    </message>
    <message>
        <source>Figures for &amp;Excel…</source>
        <translation>数据另存为电子表格(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>huiyin::StatusLine</name>
    <message>
        <source>Backup %1</source>
        <translation>备份 %1</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Today: calls %1 · accepted %2</source>
        <translation>今日 来电 %1 · 受理 %2</translation>
    </message>
    <message>
        <source>Copied; taken out of the clipboard after %1 s</source>
        <translation>已复制，%1 秒后自动从剪贴板清除</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>Making a backup…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>the trial restore failed</source>
        <translation>恢复演练未通过</translation>
    </message>
    <message>
        <source>the last attempt failed</source>
        <translation>最近一次失败</translation>
    </message>
    <message>
        <source>no recent copy on the second medium</source>
        <translation>第二介质没有近期备份</translation>
    </message>
    <message>
        <source>second medium missing</source>
        <translation>第二介质未接通</translation>
    </message>
    <message>
        <source>Plug in the second medium: the next backup is copied to it.</source>
        <translation>请接通第二介质，下次备份时会复制过去。</translation>
    </message>
    <message>
        <source>Set a passphrase for the copies on the second medium, under Set-up, Backups.</source>
        <translation>请到“设置 → 备份”为第二介质上的备份设定口令。</translation>
    </message>
    <message>
        <source>no copy on the second medium</source>
        <translation>未复制到第二介质</translation>
    </message>
    <message>
        <source>Saving has stopped</source>
        <translation>已停止保存</translation>
    </message>
    <message>
        <source>Waiting for the case file…</source>
        <translation>正在等待工单文件…</translation>
    </message>
</context>
<context>
    <name>huiyin::StructureWatch</name>
    <message numerus="yes">
        <source>%n record(s) of the case file refer to others that are missing. Have the file checked, and keep the earlier backups.</source>
        <translation>
            <numerusform>工单文件中有%n条记录所引用的内容已缺失。请检查文件，并保留较早的备份。</numerusform>
        </translation>
    </message>
    <message>
        <source>The case file is damaged: places in it can&apos;t be read any more (%1). Enter only what can&apos;t wait. Restore the newest backup, or have what can still be read rescued into a new file.</source>
        <translation>工单文件已受损，部分内容无法读取（%1）。只录入紧急事项。请恢复最近的备份，或把还能读取的内容抢救到新文件。</translation>
    </message>
</context>
<context>
    <name>huiyin::SuggestedCases</name>
    <message>
        <source>Problems that stand out</source>
        <translation>反映比较突出的问题</translation>
    </message>
    <message>
        <source>Opinions and suggestions</source>
        <translation>意见和建议</translation>
    </message>
    <message>
        <source>Matters solved well</source>
        <translation>解决比较好的问题</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>已选登</translation>
    </message>
    <message>
        <source>told in an earlier issue</source>
        <translation>往期已登</translation>
    </message>
    <message>
        <source>Long overdue</source>
        <translation>超期较久</translation>
    </message>
    <message>
        <source>With several departments</source>
        <translation>多单位共办</translation>
    </message>
    <message>
        <source>Told again and again</source>
        <translation>多次反映</translation>
    </message>
    <message>
        <source>Thanked for when followed up</source>
        <translation>回访致谢</translation>
    </message>
    <message>
        <source>Suggestions of citizens</source>
        <translation>群众建议</translation>
    </message>
</context>
<context>
    <name>huiyin::SuggestionPanel</name>
    <message>
        <source>As similar tickets were</source>
        <translation>相似工单的办理情况</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Take “%1”: %2 of %3 similar closed tickets</source>
        <translation>采用“%1”：%3 件相似的已办结工单中有 %2 件</translation>
    </message>
    <message numerus="yes">
        <source>from %n closed ticket(s)</source>
        <translation>
            <numerusform>依据 %n 件已办结工单</numerusform>
        </translation>
    </message>
    <message>
        <source>Dispatch to %1: %2 of %3 similar closed tickets that were dispatched</source>
        <translation>派给%1：%3 件已派单的相似办结工单中有 %2 件</translation>
    </message>
</context>
<context>
    <name>huiyin::TakeSheetDialog</name>
    <message>
        <source>To enter</source>
        <translation>待录入</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Entered already</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>Filled in again</source>
        <translation>再次填报</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>填写有误</translation>
    </message>
    <message>
        <source>Stands twice</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Was changed</source>
        <translation>被改动</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>编号不存在</translation>
    </message>
    <message>
        <source>Take in a department&apos;s sheet</source>
        <translation>录入交换表</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>正在读取 %1 …</translation>
    </message>
    <message>
        <source>Rows of the sheet</source>
        <translation>表中各行</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What was filled in</source>
        <translation>填写内容</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比对结果</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Signed for %1</source>
        <translation>签收 %1</translation>
    </message>
    <message>
        <source>time of entry</source>
        <translation>以录入时间为准</translation>
    </message>
    <message>
        <source>Asks for return: %1</source>
        <translation>申请退单：%1</translation>
    </message>
    <message>
        <source>Asks for time until %1: %2</source>
        <translation>申请延期至 %1：%2</translation>
    </message>
    <message>
        <source>None of the rows belongs to a sheet of this case file.</source>
        <translation>表中没有一行属于本工单文件的交换表。</translation>
    </message>
    <message>
        <source>Sheet %1 of %2, made on %3. What is ticked is entered with the times that the department wrote.</source>
        <translation>%2的交换表 %1，%3 制发。勾选的各行按承办单位所填的时间录入。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of the sheet have no row any more: %1</source>
        <translation>
            <numerusform>表中缺少 %n 件工单的行：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Enter %n row(s)</source>
        <translation>
            <numerusform>录入 %n 行(&amp;E)</numerusform>
        </translation>
    </message>
    <message>
        <source>Entering what departments have done</source>
        <translation>正在录入承办单位的办理情况</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) entered.</source>
        <translation>
            <numerusform>已录入 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: the rows behind were not entered.</source>
        <translation>已停止：其后各行没有录入。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The sheet doesn&apos;t have these columns any more, or has them twice: %1. What was written there was not read. Put the headings right and take it in again.</source>
        <translation>表中缺少下列各栏，或同一栏出现两次：%1。这些栏中所填内容没有读取。请改正表头后重新录入。</translation>
    </message>
    <message>
        <source>The chosen row in full</source>
        <translation>所选行的完整内容</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and title of a ticket</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Filled in: %1</source>
        <translation>填写内容：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how it compares, why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Trying the rows</source>
        <translation>正在试录各行</translation>
    </message>
</context>
<context>
    <name>huiyin::TermsField</name>
    <message>
        <source>Add</source>
        <translation>加</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>减</translation>
    </message>
    <message>
        <source>Counts %1</source>
        <translation>数量 %1</translation>
    </message>
    <message>
        <source>Add a count to: %1</source>
        <translation>给%1加一项</translation>
    </message>
</context>
<context>
    <name>huiyin::ThresholdsField</name>
    <message>
        <source>Add a rate</source>
        <translation>添加比率</translation>
    </message>
    <message>
        <source>Add a rate to: %1</source>
        <translation>给%1加一项比率</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>去掉：%1</translation>
    </message>
</context>
<context>
    <name>huiyin::TickDialog</name>
    <message numerus="yes">
        <source>%n more line(s) are not shown here</source>
        <translation>
            <numerusform>另有 %n 条未列出</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::TicketCards</name>
    <message>
        <source>Round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>dispatched %1</source>
        <translation>%1 派单</translation>
    </message>
    <message>
        <source>signed %1</source>
        <translation>%1 签收</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>extended %1</source>
        <translation>%1 延期</translation>
    </message>
    <message>
        <source>replied %1</source>
        <translation>%1 反馈</translation>
    </message>
    <message>
        <source>returned %1</source>
        <translation>%1 退单</translation>
    </message>
    <message>
        <source>accepted %1</source>
        <comment>reply accepted at</comment>
        <translation>%1 完成</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>办理结果：%1</translation>
    </message>
    <message>
        <source>Answered by the office itself; nothing was dispatched.</source>
        <translation>由本单位直接解答，未派单。</translation>
    </message>
    <message>
        <source>Not dispatched yet.</source>
        <translation>尚未派单。</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>未评价</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>Nobody has called the citizen back yet.</source>
        <translation>尚未回访。</translation>
    </message>
    <message>
        <source>Nothing is recorded for this ticket.</source>
        <translation>此工单没有办理记录。</translation>
    </message>
    <message>
        <source>It didn&apos;t come by telephone, or the call is not recorded.</source>
        <translation>不是电话来的，或来电没有记录。</translation>
    </message>
    <message>
        <source>suspended %1 to %2</source>
        <translation>%1 至 %2 暂停计时</translation>
    </message>
    <message>
        <source>first contact %1</source>
        <translation>%1 先行联系</translation>
    </message>
    <message>
        <source>at first %1</source>
        <comment>due time before it was extended</comment>
        <translation>原时限 %1</translation>
    </message>
    <message>
        <source>asks for time until %1</source>
        <translation>申请延至 %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>%1 终止</translation>
    </message>
    <message>
        <source>Asked of it: %1</source>
        <translation>交办意见：%1</translation>
    </message>
    <message>
        <source>Ground of the return: %1</source>
        <translation>退单理由：%1</translation>
    </message>
    <message>
        <source>Reason for more time: %1</source>
        <translation>延期理由：%1</translation>
    </message>
    <message>
        <source>Ruling: %1</source>
        <translation>审批意见：%1</translation>
    </message>
    <message>
        <source>Suspended because: %1</source>
        <translation>暂停计时理由：%1</translation>
    </message>
    <message>
        <source>First replied %1: %2</source>
        <translation>此前 %1 反馈：%2</translation>
    </message>
    <message>
        <source>Sent back: %1</source>
        <translation>审核退回：%1</translation>
    </message>
    <message>
        <source>Written explanation</source>
        <translation>一单一报</translation>
    </message>
    <message>
        <source>Unit that did it: %1</source>
        <translation>具体办理单位：%1</translation>
    </message>
</context>
<context>
    <name>huiyin::TicketCommands</name>
    <message>
        <source>Make an article of it…</source>
        <translation>转为知识…</translation>
    </message>
    <message>
        <source>Print the ticket…</source>
        <translation>打印工单…</translation>
    </message>
    <message>
        <source>%1, with its time…</source>
        <translation>%1（填时间）…</translation>
    </message>
    <message>
        <source>Reply accepted: %1 “%2”</source>
        <translation>已审核通过 %1 的反馈：“%2”</translation>
    </message>
    <message>
        <source>Done: %1 %2</source>
        <translation>已%1 %2</translation>
    </message>
</context>
<context>
    <name>huiyin::TicketDetail</name>
    <message>
        <source>The chosen ticket</source>
        <translation>所选工单</translation>
    </message>
    <message>
        <source>Part of the ticket</source>
        <translation>工单的各部分</translation>
    </message>
    <message>
        <source>Text of the ticket</source>
        <translation>工单正文</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>No ticket chosen</source>
        <translation>未选择工单</translation>
    </message>
    <message>
        <source>Choose one in the list; Enter brings you to its text.</source>
        <translation>请在列表中选择；按回车可查看正文。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Dispatches %1</source>
        <translation>承办 %1</translation>
    </message>
    <message>
        <source>Follow-ups %1</source>
        <translation>回访 %1</translation>
    </message>
    <message>
        <source>History %1</source>
        <translation>办理记录 %1</translation>
    </message>
    <message>
        <source>Calls %1</source>
        <translation>来电 %1</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Files %1</source>
        <translation>附件 %1</translation>
    </message>
    <message>
        <source>&amp;Print the notice</source>
        <translation>打印单据(&amp;P)</translation>
    </message>
</context>
<context>
    <name>huiyin::TicketFactsPanel</name>
    <message>
        <source>Requester</source>
        <translation>反映人</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>at first %1</source>
        <comment>due time of the ticket before it was moved</comment>
        <translation>原时限 %1</translation>
    </message>
    <message>
        <source>provisional: holidays of that year are not known yet</source>
        <translation>暂定：尚无该年的放假安排</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>并入工单</translation>
    </message>
    <message>
        <source>Repeat of</source>
        <translation>重复工单</translation>
    </message>
</context>
<context>
    <name>huiyin::TicketFilterBar</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Words that the tickets hold</source>
        <translation>工单中含有的词语</translation>
    </message>
    <message>
        <source>Words in these tickets (Ctrl+F)</source>
        <translation>在这些工单中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>All words must occur; “-word” must not; &quot;words in quotes&quot; stand together</source>
        <translation>须含全部词语；“-词”表示不含；&quot;引号内的词语&quot; 须连在一起</translation>
    </message>
    <message>
        <source>Period, state, category … (Ctrl+Shift+F)</source>
        <translation>期间、状态、类别等（Ctrl+Shift+F）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>状态不限</translation>
    </message>
    <message>
        <source>All open ones</source>
        <translation>全部在办</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Given tickets</source>
        <translation>指定的工单</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限时间</translation>
    </message>
</context>
<context>
    <name>huiyin::TicketFoot</name>
    <message>
        <source>&amp;Next step</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;More steps…</source>
        <translation>更多办理(&amp;M)…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>All that can be done with this ticket (Ctrl+M)</source>
        <translation>此工单可做的全部办理（Ctrl+M）</translation>
    </message>
</context>
<context>
    <name>huiyin::TicketList</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>More than %1 tickets, counting… · %2 chosen</source>
        <translation>超过 %1 件工单，正在统计… · 已选 %2</translation>
    </message>
    <message>
        <source>The newest %1 tickets; there are more · %2 chosen</source>
        <translation>最新的 %1 件工单，还有更多 · 已选 %2</translation>
    </message>
    <message>
        <source>%1 tickets · %2 chosen</source>
        <translation>%1 件工单 · 已选 %2</translation>
    </message>
    <message>
        <source>in order of time: more than %1 can&apos;t be sorted otherwise</source>
        <translation>按时间排列：超过 %1 件时不能按其他列排序</translation>
    </message>
</context>
<context>
    <name>huiyin::TicketListOutput</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export the list…</source>
        <translation>导出列表(&amp;E)…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>打印(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Export the chosen…</source>
        <translation>导出所选(&amp;E)…</translation>
    </message>
    <message>
        <source>At most %1 tickets can be copied.</source>
        <translation>最多可复制 %1 件工单。</translation>
    </message>
    <message>
        <source>Export them instead: that writes a file of any length.</source>
        <translation>请改用导出：导出的文件不限长度。</translation>
    </message>
    <message>
        <source>Export the tickets</source>
        <translation>导出工单</translation>
    </message>
    <message>
        <source>tickets</source>
        <comment>name of a file</comment>
        <translation>工单</translation>
    </message>
    <message>
        <source>Writing the tickets</source>
        <translation>正在写入工单</translation>
    </message>
</context>
<context>
    <name>huiyin::TicketPrinting</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>With the citizens&apos; &amp;data</source>
        <translation>带市民信息(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>单据(&amp;P)</translation>
    </message>
    <message>
        <source>Names, telephone numbers and addresses are masked otherwise. Each ticket printed with them leaves an access record; who asked for confidentiality or stays anonymous is never named.</source>
        <translation>不勾选时，姓名、电话、地址均予遮盖。勾选后，每打印一件都留下查阅记录；要求保密或匿名的，一律不打印其个人信息。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>At most %1 tickets can be printed at once. Choose fewer of them.</source>
        <translation>一次最多打印%1件工单，请少选一些。</translation>
    </message>
    <message>
        <source>Laying out the pages</source>
        <translation>正在排版</translation>
    </message>
    <message>
        <source>A list on paper holds at most %1 tickets. Choose fewer, or export it instead.</source>
        <translation>打印列表最多%1件工单。请少选一些，或改用导出。</translation>
    </message>
    <message>
        <source>None of these tickets is in the hands of a department.</source>
        <translation>所选工单都没有正在由承办单位办理的派单。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are about to be printed with the names, telephones and addresses of citizens.</source>
        <translation>
            <numerusform>即将打印 %n 件工单，含群众的姓名、电话和地址。</numerusform>
        </translation>
    </message>
    <message>
        <source>No department has been reminded of these tickets.</source>
        <translation>所选工单都没有催办、督办或黄红牌记录。</translation>
    </message>
    <message>
        <source>Neither a return nor an extension has been asked for.</source>
        <translation>所选工单都没有退单或延期申请。</translation>
    </message>
    <message>
        <source>None of these tickets has been followed up yet.</source>
        <translation>所选工单都尚未回访。</translation>
    </message>
    <message>
        <source>None of these tickets waits for a follow-up.</source>
        <translation>所选工单都不在待回访状态。</translation>
    </message>
    <message>
        <source>No written explanation has been filed or is wanted.</source>
        <translation>所选工单都没有一单一报，也不需要一单一报。</translation>
    </message>
    <message>
        <source>Without such a paper: %1</source>
        <comment>numbers of tickets</comment>
        <translation>没有此单据的工单：%1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>paper, why there is none</comment>
        <translation>%1——%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>paper, number of its ticket</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <comment>paper</comment>
        <translation>
            <numerusform>%1（%n 件）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>huiyin::TicketTable</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>There is no next step for this ticket.</source>
        <translation>这件工单没有下一步。</translation>
    </message>
</context>
<context>
    <name>huiyin::TicketText</name>
    <message>
        <source>Number</source>
        <translation>工单编号</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>来电时间</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>专题</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>话务员</translation>
    </message>
    <message>
        <source>replied</source>
        <translation>已反馈</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>按时</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <comment>finished after it was due</comment>
        <translation>
            <numerusform>超期%n工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue %n day(s)</source>
        <comment>still open</comment>
        <translation>
            <numerusform>超期%n工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今日 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <comment>working days until it is due</comment>
        <translation>
            <numerusform>剩 %n 工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已退单</translation>
    </message>
    <message>
        <source>accepted</source>
        <comment>a dispatch whose reply was accepted</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>待签收</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Answered directly and closed</source>
        <translation>直接解答并办结</translation>
    </message>
    <message>
        <source>Draft started</source>
        <translation>开始草稿</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>草稿已保存</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>草稿已丢弃</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Replaced by an import</source>
        <translation>导入时替换</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>Lead</source>
        <comment>department that leads the handling</comment>
        <translation>主办</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>暂停计时</translation>
    </message>
    <message numerus="yes">
        <source>overdue %n minute(s)</source>
        <comment>still open</comment>
        <translation>
            <numerusform>超期%n分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <comment>finished after it was due</comment>
        <translation>
            <numerusform>超期%n分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue %n hour(s)</source>
        <comment>still open</comment>
        <translation>
            <numerusform>超期%n小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) late</source>
        <comment>finished after it was due</comment>
        <translation>
            <numerusform>超期%n小时</numerusform>
        </translation>
    </message>
    <message>
        <source>ended without a reply</source>
        <translation>未反馈</translation>
    </message>
    <message>
        <source>Attachment added</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Attachment removed</source>
        <translation>移除附件</translation>
    </message>
    <message>
        <source>answered from the knowledge base: %1</source>
        <translation>采用知识：%1</translation>
    </message>
</context>
<context>
    <name>huiyin::TicketsPage</name>
    <message>
        <source>Tickets or calls</source>
        <translation>工单或来电</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>&amp;Find in the list</source>
        <translation>在列表中查找(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;ilter…</source>
        <translation>筛选(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export the list…</source>
        <translation>导出列表(&amp;E)…</translation>
    </message>
    <message>
        <source>No tickets yet</source>
        <translation>还没有工单</translation>
    </message>
    <message>
        <source>Take a call with F2, or import tickets under Set-up.</source>
        <translation>按 F2 受理来电，或在“设置”中导入工单。</translation>
    </message>
    <message>
        <source>Take a call</source>
        <translation>受理来电</translation>
    </message>
    <message>
        <source>No ticket matches</source>
        <translation>没有符合条件的工单</translation>
    </message>
    <message>
        <source>Take away some of the conditions above.</source>
        <translation>请去掉上方的一些条件。</translation>
    </message>
    <message>
        <source>Show all tickets</source>
        <translation>显示全部工单</translation>
    </message>
    <message>
        <source>Tickets &amp;or calls</source>
        <translation>工单或来电(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Views…</source>
        <translation>常用视图(&amp;V)…</translation>
    </message>
</context>
<context>
    <name>huiyin::TodayPage</name>
    <message>
        <source>To the most &amp;pressing</source>
        <translation>转到最紧急的(&amp;P)</translation>
    </message>
    <message>
        <source>tickets</source>
        <comment>unit behind a number of tickets</comment>
        <translation>件</translation>
    </message>
    <message>
        <source>My drafts</source>
        <translation>我的草稿</translation>
    </message>
    <message>
        <source>Most pressing</source>
        <translation>最紧急的</translation>
    </message>
    <message>
        <source>Calls today</source>
        <translation>今日来电</translation>
    </message>
    <message>
        <source>Calls by hour, today and a week ago</source>
        <translation>今日与上周同日各时段来电</translation>
    </message>
    <message>
        <source>Working calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>nothing is overdue or due by the next working day</source>
        <translation>没有超期或下一工作日前到期的</translation>
    </message>
    <message>
        <source>by the time that is left · %1 of %2 open tickets</source>
        <translation>按剩余时间排列 · 未办结 %2 件中的 %1 件</translation>
    </message>
    <message>
        <source>yesterday by now %1 · a week ago %2</source>
        <translation>昨日同时 %1 · 上周同日 %2</translation>
    </message>
    <message>
        <source>Calls %1: %2</source>
        <translation>来电 %1：%2</translation>
    </message>
    <message>
        <source>Accepted %1: %2</source>
        <translation>受理 %1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>make-up working day</source>
        <translation>调休上班</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) off</source>
        <translation>
            <numerusform>放假 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>rest</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>The holidays of %1 are not known yet: due times then count weekends only and are provisional.</source>
        <translation>%1年放假安排尚未导入，时限暂按周末推算。</translation>
    </message>
    <message>
        <source>Nothing was left unfinished.</source>
        <translation>没有未完成的事。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>草稿：%1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>huiyin::TopBar</name>
    <message>
        <source>Call</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Search all tickets</source>
        <translation>搜索全部工单</translation>
    </message>
    <message>
        <source>Number, phone, address, content…</source>
        <translation>工单编号、电话、地址、内容…</translation>
    </message>
    <message>
        <source>Take a call (F2)</source>
        <translation>受理来电（F2）</translation>
    </message>
</context>
<context>
    <name>huiyin::TopicPicker</name>
    <message>
        <source>With all topics</source>
        <translation>含全部专题</translation>
    </message>
    <message>
        <source>Without topic: %1</source>
        <translation>不含专题：%1</translation>
    </message>
    <message numerus="yes">
        <source>Without %n topic(s)</source>
        <translation>
            <numerusform>不含 %n 个专题</numerusform>
        </translation>
    </message>
    <message>
        <source>Topics left out of the category shares: %1</source>
        <translation>类别占比中剔除的专题：%1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Topics left out of the category shares</source>
        <translation>类别占比中剔除的专题</translation>
    </message>
    <message>
        <source>Left out of the category shares</source>
        <translation>从类别占比中剔除</translation>
    </message>
    <message>
        <source>As usual</source>
        <comment>the topics left out by default</comment>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>huiyin::UsersSection</name>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>修改(&amp;C)…</translation>
    </message>
    <message>
        <source>Give a &amp;password…</source>
        <translation>设置密码(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nobody has to log in; only for an office of one</source>
        <translation>无需登录；仅适用于一人的单位</translation>
    </message>
    <message>
        <source>Work without passwords?</source>
        <translation>不再使用密码吗？</translation>
    </message>
    <message>
        <source>Whoever opens this file can read and change everything in it.</source>
        <translation>任何人打开此文件都可以查看和修改全部内容。</translation>
    </message>
    <message>
        <source>Without passwords</source>
        <translation>不使用密码</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留密码</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>locked until %1</source>
        <translation>锁定至 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong password(s)</source>
        <translation>
            <numerusform>已输错密码 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>to be changed by the user</source>
        <translation>待本人修改</translation>
    </message>
    <message>
        <source>set</source>
        <translation>已设置</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新用户</translation>
    </message>
    <message>
        <source>as history and papers bear it</source>
        <translation>办理记录和单据上的姓名</translation>
    </message>
    <message>
        <source>what is typed to log in</source>
        <translation>登录时输入的名称</translation>
    </message>
    <message>
        <source>&amp;Doesn&apos;t work here any more</source>
        <translation>已不在此工作(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1的密码</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation>再次输入密码(&amp;A)</translation>
    </message>
    <message>
        <source>From then on everybody who works here needs a password.</source>
        <translation>设置后，所有在此工作的人都要凭密码登录。</translation>
    </message>
    <message>
        <source>%1 chooses another one at the next login.</source>
        <translation>%1下次登录时须另设密码。</translation>
    </message>
    <message>
        <source>&amp;Screen lock…</source>
        <translation>锁屏(&amp;S)…</translation>
    </message>
    <message>
        <source>Screen lock</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>&amp;Minutes without key or mouse</source>
        <translation>无操作分钟数(&amp;M)</translation>
    </message>
    <message>
        <source>It is locked where users have passwords. Whoever was at work goes on with the password.</source>
        <translation>用户设有密码时才锁屏。原用户输入密码后继续工作。</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>&amp;Login name</source>
        <translation>登录名(&amp;L)</translation>
    </message>
    <message>
        <source>“%1” is given other rights: %2.</source>
        <translation>“%1”的角色将改为：%2。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Where three or more work, supervisor, administrator and auditor are three persons. Still to be parted: %1.</source>
        <translation>在岗三人以上时，主任、系统管理员、审计员应由三人分任。尚需分开的用户：%1。</translation>
    </message>
    <message>
        <source>“%1” doesn&apos;t work here any more.</source>
        <translation>“%1”不再在本单位工作。</translation>
    </message>
    <message>
        <source>W&amp;ork without passwords</source>
        <translation>不使用密码(&amp;O)</translation>
    </message>
</context>
<context>
    <name>huiyin::ViewButton</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Views of this list</source>
        <translation>此列表的视图</translation>
    </message>
    <message>
        <source>Views of this list (Ctrl+Shift+V)</source>
        <translation>此列表的视图（Ctrl+Shift+V）</translation>
    </message>
    <message>
        <source>%1 · changed</source>
        <comment>view</comment>
        <translation>%1 · 已改动</translation>
    </message>
    <message>
        <source>View: %1, changed since</source>
        <translation>视图：%1，条件已改动</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>视图：%1</translation>
    </message>
    <message>
        <source>The view “%1” can&apos;t be shown: %2</source>
        <translation>视图“%1”无法显示：%2</translation>
    </message>
    <message>
        <source>This view asks for an entry that the office no longer has.</source>
        <translation>此视图的条件中有本办已不存在的项目。</translation>
    </message>
    <message>
        <source>Retired since this view was saved: %1. It still shows what there is of it.</source>
        <translation>保存此视图后已停用：%1。仍显示其原有记录。</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>全部来电</translation>
    </message>
    <message>
        <source>For me alone</source>
        <translation>仅供本人</translation>
    </message>
    <message>
        <source>For the whole office</source>
        <translation>全办公用</translation>
    </message>
    <message>
        <source>Save as a &amp;view…</source>
        <translation>另存为视图(&amp;V)…</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>另存为视图</translation>
    </message>
    <message>
        <source>&amp;Save the changes to “%1”</source>
        <translation>保存对“%1”的改动(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Rename “%1”…</source>
        <translation>重命名“%1”(&amp;R)…</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>&amp;Delete “%1”…</source>
        <translation>删除“%1”(&amp;D)…</translation>
    </message>
    <message>
        <source>The file is open for reading only: views can&apos;t be saved.</source>
        <translation>文件以只读方式打开，不能保存视图。</translation>
    </message>
    <message>
        <source>Saving views is not among your rights.</source>
        <translation>您没有保存视图的权限。</translation>
    </message>
    <message>
        <source>The supervisor keeps the views of the office.</source>
        <translation>全办公用的视图由班长/主任或管理员维护。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Whose it is</source>
        <translation>使用范围(&amp;W)</translation>
    </message>
    <message>
        <source>It keeps what narrows the list, its order and its columns. A period such as “%1” moves on with the day; a fixed one stays.</source>
        <translation>视图保存列表的筛选条件、排序和栏目。“%1”这类时段随日期推移，固定时段保持不变。</translation>
    </message>
    <message>
        <source>The view “%1” is saved.</source>
        <translation>视图“%1”已保存。</translation>
    </message>
    <message>
        <source>Delete the view “%1” for the whole office?</source>
        <translation>删除全办公用的视图“%1”吗？</translation>
    </message>
    <message>
        <source>Delete the view “%1”?</source>
        <translation>删除视图“%1”吗？</translation>
    </message>
    <message>
        <source>The tickets and calls stay as they are.</source>
        <translation>工单和来电不受影响。</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>Keep the view</source>
        <translation>保留视图</translation>
    </message>
</context>
<context>
    <name>huiyin::WelcomePage</name>
    <message>
        <source>The case book of a hotline office, in one file on this computer.
Take calls and letters, find every matter again, and publish the month&apos;s figures.
Start with your own office, or look around in a sample first.</source>
        <translation>热线办公室的工单簿，就是本机上的一个文件。
受理来电来信，随时查到每件诉求，印发每月的数据。
先建立自己的单位，或先看看示例。</translation>
    </message>
    <message>
        <source>New office…</source>
        <translation>新建单位…</translation>
    </message>
    <message>
        <source>An empty case file with the usual settings</source>
        <translation>空的工单文件，带有常用设置</translation>
    </message>
    <message>
        <source>Open a case file…</source>
        <translation>打开工单文件…</translation>
    </message>
    <message>
        <source>Or drop a .huiyin file on this window</source>
        <translation>或把 .huiyin 文件拖到此窗口</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Sample offices, to try things out</source>
        <translation>示例单位，供试用</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>When a case file is damaged or gone</source>
        <translation>工单文件损坏或丢失时</translation>
    </message>
</context>
<context>
    <name>huiyin::WordMatchPage</name>
    <message>
        <source>Words of the sheet that are not known here</source>
        <translation>表格中本单位未知的用词</translation>
    </message>
    <message>
        <source>Reading the sheet…</source>
        <translation>正在读取表格…</translation>
    </message>
    <message>
        <source>Reading the words of the sheet</source>
        <translation>正在读取表格用词</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Word in the sheet</source>
        <translation>表格中的用词</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Here it is called</source>
        <translation>在本单位叫作</translation>
    </message>
    <message>
        <source>Every word of the sheet is known here.</source>
        <translation>表格中的用词本单位都有。</translation>
    </message>
    <message>
        <source>These words are not known here. Say what each is called; what is left empty is an error at the check, or is added to the list where the import may add names.</source>
        <translation>这些用词本单位没有，请逐个指明叫什么。留空的，检查时会报错；如允许导入时添加名称，则会加入名录。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Huiyin</source>
        <comment>name of the program</comment>
        <translation>回音</translation>
    </message>
    <message>
        <source>The case book of a government hotline office.</source>
        <translation>政务热线办公室的工单簿。</translation>
    </message>
    <message>
        <source>Language of the window: zh_CN or en.</source>
        <translation>界面语言：zh_CN 或 en。</translation>
    </message>
    <message>
        <source>Open a fresh sample office, such as siping-2020-02.</source>
        <translation>打开一个新的示例单位，如 siping-2020-02。</translation>
    </message>
    <message>
        <source>The case file to open.</source>
        <translation>要打开的工单文件。</translation>
    </message>
</context>
</TS>
