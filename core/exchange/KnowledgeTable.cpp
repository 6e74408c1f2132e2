// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/KnowledgeTable.h"

#include "casework/CaseBook.h"
#include "casework/FieldChecks.h"
#include "domain/FormulaGuard.h"
#include "exchange/ImportContext.h"
#include "exchange/TableReader.h"
#include "exchange/TableSource.h"
#include "storage/CaseFile.h"
#include "storage/KnowledgeRepository.h"
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
    {"valid_to", u"有效期至"},
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

KnowledgeCsv knowledgeCsv(CaseFile &file, bool chinese)
{
    const CodeTables tables = CodeTableRepository(file.database()).load();
    const QList<KnowledgeArticle> articles = KnowledgeRepository(file.database()).all();
    KnowledgeCsv csv;
    QString text(1, QChar(QChar::ByteOrderMark));
    const auto addRow = [&text](const QStringList &cells) {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (i > 0)
                text += u',';
            text += csvCell(cells[i]);
        }
        text += u"\r\n";
    };
    QStringList headings;
    for (const Column &column : columns)
        headings.append(chinese ? QString::fromUtf16(column.label) : QString::fromLatin1(column.name));
    addRow(headings);
    for (const KnowledgeArticle &article : articles) {
        if (article.retired)
            continue;
        addRow({article.question, article.answer, pathOf(tables.categories, article.category),
                nameOf(tables.departments, article.department), article.keywords, article.ground,
                article.validTo ? article.validTo->toString(Qt::ISODate) : QString()});
        ++csv.articles;
    }
    csv.bytes = text.toUtf8();
    return csv;
}

} // namespace huiyin
