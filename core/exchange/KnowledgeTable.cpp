// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/KnowledgeTable.h"

#include "casework/CaseBook.h"
#include "casework/FieldChecks.h"
#include "domain/FormulaGuard.h"
#include "exchange/CsvWriter.h"
#include "exchange/ImportContext.h"
#include "exchange/TableReader.h"
#include "exchange/TableSource.h"
#include "spreadsheet/WorkbookWriter.h"
#include "storage/CaseFile.h"
#include "storage/KnowledgeRepository.h"
#include "storage/OfficeRepository.h"
#include "storage/SafeFile.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

enum : int { Question, Answer, CategoryPath, DepartmentName, Keywords, Ground, ValidTo };

constexpr Column columns[] = {
    {"question", u"问题", Column::Use::Required},
    {"answer", u"答案", Column::Use::Required},
    {"category", u"诉求类别"},
    {"department", u"承办单位"},
    {"keywords", u"关键词"},
    {"ground", u"依据"},
    {"valid_to", u"有效期至", Column::Use::Optional, Column::Holds::Day},
};

constexpr Table table{TableKind::Knowledge, "knowledge", u"知识库", "knowledge_article", columns};

int columnOf(const QString &field)
{
    return field == u"answer" ? Answer : field == u"keywords" ? Keywords : field == u"ground" ? Ground : Question;
}

// The cells of a row laid over an article.
void read(ImportContext &context, TableReader &row, KnowledgeArticle &article)
{
    row.readText(Answer, article.answer);
    article.answer = article.answer.trimmed();
    if (row.has(CategoryPath))
        article.category = context.entry(row, CategoryPath, context.categories);
    if (row.has(DepartmentName))
        article.department = context.entry(row, DepartmentName, context.departments);
    if (row.has(Keywords))
        article.keywords = row.name(Keywords);
    if (row.has(Ground))
        article.ground = row.name(Ground);
    if (row.has(ValidTo))
        article.validTo = row.date(ValidTo);
}

void readRows(ImportContext &context, TableReader &row, const CodeTables &tables, KnowledgeReading &reading)
{
    const KnowledgeRepository knowledge(context.database);
    QHash<QString, qint64> lines;
    while (row.next()) {
        const QString question = row.isBroken() ? QString() : row.key(Question);
        if (row.isInError())
            continue;
        if (const qint64 before = lines.value(question)) {
            row.error(Question, Text::tr("The same question stands in line %1.").arg(before));
            continue;
        }
        lines.insert(question, row.line());
        const auto id = knowledge.idOf(question);
        const KnowledgeArticle stored = id ? *knowledge.byId(*id) : KnowledgeArticle{};
        KnowledgeArticle article = stored;
        article.question = question;
        read(context, row, article);
        if (row.isInError())
            continue;
        if (const auto refusal = articleFault(article, tables)) {
            row.error(columnOf(refusal->field), refusal->reason);
            continue;
        }
        if (stored.retired) {
            ++reading.retired;
            context.notice(Text::tr("%1: “%2” is retired and stays retired.").arg(row.place(), question));
        }
        if (!id)
            reading.added.append(article);
        else if (article == stored)
            ++reading.same;
        else
            reading.changed.append(article);
    }
}

QString headingOf(const Column &column, bool inChinese)
{
    return inChinese ? QString::fromUtf16(column.label) : QString::fromLatin1(column.name);
}

// The cells of an article but its last, the day.
QStringList textsOf(const KnowledgeArticle &article, const CodeTables &tables)
{
    return {article.question,
            article.answer,
            pathOf(tables.categories, article.category),
            nameOf(tables.departments, article.department),
            article.keywords,
            article.ground};
}

void writeCsv(const QString &path, const KnowledgeExport &options, const QList<KnowledgeArticle> &articles,
              const CodeTables &tables)
{
    CsvWriter csv(path, options.overwrite);
    for (const Column &column : columns)
        csv.cell(headingOf(column, options.inChinese));
    csv.endRow();
    for (const KnowledgeArticle &article : articles) {
        const QStringList texts = textsOf(article, tables);
        for (const QString &text : texts)
            csv.cell(text);
        csv.cell(article.validTo ? article.validTo->toString(Qt::ISODate) : QString());
        csv.endRow();
    }
    csv.commit();
}

void writeBook(CaseFile &file, const QString &path, const KnowledgeExport &options,
               const QList<KnowledgeArticle> &articles, const CodeTables &tables)
{
    const QString office = OfficeRepository(file.database()).load().value_or(Office{}).name;
    const OfficeZone zone = file.zone();
    const QString day = options.at.isValid() ? zone.day(options.at).toString(Qt::ISODate) : QString();
    WorkbookWriter book(
        path, options.overwrite,
        {.title = office + u" 知识库"_s, .author = options.by, .company = office, .created = options.at});
    QList<std::pair<QString, QString>> lines{
        {u"单位"_s, office},
        {u"导出时间"_s, options.at.isValid() ? zone.text(options.at) : QString()},
        {u"导出人"_s, options.by},
        {u"内容"_s, u"知识库全部条目，已停用的除外，可原样导入回音；本表不导入。"_s},
    };
    lines.removeIf([](const auto &line) { return line.second.isEmpty(); });
    book.addNotes(u"说明"_s, lines);
    SheetLayout layout{.name = options.inChinese ? QString::fromUtf16(table.chinese) : table.nameText(),
                       .columns = {},
                       .footerLeft = office,
                       .footerRight = day};
    for (const Column &column : columns) {
        layout.columns.append(
            {.heading = headingOf(column, options.inChinese),
             .kind = column.holds == Column::Holds::Day ? SheetColumn::Kind::Date : SheetColumn::Kind::LongText});
    }
    SheetWriter &sheet = book.addSheet(layout);
    for (const KnowledgeArticle &article : articles) {
        const QStringList texts = textsOf(article, tables);
        for (const QString &text : texts) // no cell of text runs here, but the import takes a quote off
            sheet.text(withoutGuard(text) == text ? text : QString(u'\'' + text));
        sheet.day(article.validTo.value_or(QDate()));
        sheet.endRow();
    }
    book.commit();
}

} // namespace

KnowledgeReading readKnowledge(CaseBook &book, const QString &path, Progress &progress)
{
    ImportContext context(book, {}, progress);
    KnowledgeReading reading;
    try {
        const TableSource source = tableSource(path, table);
        context.startFile(source);
        context.setTotal(source.bytes());
        TableReader row(context, source, table);
        if (row.readHeading())
            readRows(context, row, context.codeTables.load(), reading);
    } catch (const FileError &error) {
        context.error({.file = QFileInfo(path).fileName(), .message = error.message()});
    }
    context.finishReport();
    reading.errors = context.report.errors;
    reading.notices = context.report.notices;
    return reading;
}

qsizetype writeKnowledge(CaseFile &file, const QString &path, const KnowledgeExport &options)
{
    const CodeTables tables = CodeTableRepository(file.database()).load();
    QList<KnowledgeArticle> articles = KnowledgeRepository(file.database()).all();
    articles.removeIf([](const KnowledgeArticle &article) { return article.retired; });
    if (path.endsWith(u".xlsx", Qt::CaseInsensitive))
        writeBook(file, path, options, articles, tables);
    else
        writeCsv(path, options, articles, tables);
    return articles.size();
}

} // namespace huiyin
