// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/SheetBook.h"

#include "domain/FormulaGuard.h"
#include "storage/CaseFile.h"
#include "storage/ExchangeRepository.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

SheetColumn::Kind kindOf(Column::Holds holds)
{
    switch (holds) {
    case Column::Holds::Words:
        return SheetColumn::Kind::Text;
    case Column::Holds::Digits:
        return SheetColumn::Kind::Digits;
    case Column::Holds::Count:
        return SheetColumn::Kind::WholeNumber;
    case Column::Holds::Day:
        return SheetColumn::Kind::Date;
    case Column::Holds::Moment:
        return SheetColumn::Kind::DateTime;
    }
    Q_UNREACHABLE();
}

class SheetTable final : public TableWriter
{
public:
    SheetTable(SheetWriter &sheet, const OfficeZone &zone)
        : m_sheet(sheet)
        , m_zone(zone)
    {
    }

    // A cell of text never runs as a formula here, so it needs no quote before it; but the import takes one off.
    void text(const QString &text) override { m_sheet.text(withoutGuard(text) == text ? text : QString(u'\'' + text)); }
    void number(qint64 number) override { m_sheet.number(number); }
    void day(QDate day) override { m_sheet.day(day); }
    void moment(const QDateTime &instant) override
    {
        const QDateTime wall = m_zone.toLocal(instant);
        m_sheet.moment(wall.addMSecs(-wall.time().msec()));
    }
    void endRow() override { m_sheet.endRow(); }
    void finish() override {} // with the book

private:
    SheetWriter &m_sheet;
    const OfficeZone &m_zone;
};

} // namespace

SheetBook::SheetBook(const QString &path, const ExportOptions &options, const Office &office, const OfficeZone &zone)
    : m_zone(zone)
    , m_inChinese(options.inChinese)
    , m_office(office.name)
    , m_day(options.at.isValid() ? zone.day(options.at).toString(Qt::ISODate) : QString())
    , m_book(path, options.overwrite,
             {.title = office.name + u" 数据表"_s, .author = options.by, .company = office.name, .created = options.at})
{
    QList<std::pair<QString, QString>> lines{
        {u"单位"_s, office.name},
        {u"导出时间"_s, options.at.isValid() ? zone.text(options.at) : QString()},
        {u"导出人"_s, options.by},
        {u"范围"_s,
         options.period ? QString(options.period->label() + u"（按工单受理时间和来电时间）") : u"全部（草稿除外）"_s},
        {u"内容"_s,
         u"每个工作表为一张数据表，可原样导入回音；本表不导入。时间为本单位当地时间，电话和编号均为文本。"_s},
        {u"保密"_s, options.masked ? u"群众姓名、电话、住址已作遮盖；文中可能仍有能认出人的内容，请妥善保管。"_s
                                   : u"含群众姓名、电话、住址等个人信息，未作遮盖，须与工单文件同等保管，不得外传。"_s},
    };
    lines.removeIf([](const auto &line) { return line.second.isEmpty(); });
    m_book.addNotes(u"说明"_s, lines);
}

void SheetBook::refuseTooMany(CaseFile &file, const ExportOptions &options) const
{
    TimeSpan span = ExchangeRepository::allTimes();
    if (options.period) {
        span = {.from = m_zone.toUtcTime(options.period->from),
                .before = m_zone.toUtcTime(options.period->to.addDays(1))};
    }
    const auto counts = ExchangeRepository(file.database()).rowCounts(span);
    const std::pair<TableKind, qint64> tables[] = {{TableKind::Tickets, counts.tickets},
                                                   {TableKind::Calls, counts.calls},
                                                   {TableKind::Dispatches, counts.dispatches},
                                                   {TableKind::FollowUps, counts.followUps}};
    for (const auto &[kind, rows] : tables)
        refuseTooManyRows(nameOf(tableOf(kind)), rows);
}

QString SheetBook::nameOf(const Table &table) const
{
    return m_inChinese ? QString::fromUtf16(table.chinese) : table.nameText();
}

std::unique_ptr<TableWriter> SheetBook::begin(const Table &table, const QList<int> &columns)
{
    SheetLayout layout{.name = nameOf(table), .columns = {}, .footerLeft = m_office, .footerRight = m_day};
    for (const int column : columns) {
        const Column &one = table.columns[static_cast<size_t>(column)];
        layout.columns.append({.heading = m_inChinese ? QString::fromUtf16(one.label) : table.columnName(column),
                               .kind = kindOf(one.holds)});
    }
    return std::make_unique<SheetTable>(m_book.addSheet(layout), m_zone);
}

void SheetBook::finish()
{
    m_book.commit();
}

} // namespace huiyin
